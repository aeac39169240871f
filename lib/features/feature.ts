import { z } from "zod";

/** What an administrator of the instance can switch off for everybody:
 *  `api`: programs that come with a key, `/api/v1`;
 *  `member_keys`: keys that are made by those who do not administer their team;
 *  `personal_spaces`: new spaces of one person;
 *  `invitation_links`: invitations that let in whoever has the link;
 *  `comparisons`: one question to several models at once;
 *  `local_servers`: looking for model servers on the machine that Wye runs on. */
export const FEATURES = [
  "api",
  "member_keys",
  "personal_spaces",
  "invitation_links",
  "comparisons",
  "local_servers",
] as const;

export const Feature = z.enum(FEATURES);
export type Feature = z.infer<typeof Feature>;

/** Those that are on. */
export type Features = Readonly<Record<Feature, boolean>>;

/** Names of those that are off; what is no list of known names switches nothing. */
const Off = z.array(z.unknown()).catch([]);

/** What the setting says, as it is kept. */
export function toFeatures(setting: unknown): Features {
  const off = new Set(Off.parse(setting));
  return Object.fromEntries(FEATURES.map((feature) => [feature, !off.has(feature)])) as Record<
    Feature,
    boolean
  >;
}
