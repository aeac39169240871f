import { groupName, providerName } from "./row-values";

type Ids = ReadonlyMap<string, string>;

/** What names a row of a team, by the place of a command where it stands; the command's first word tells apart what two
 *  nouns call alike. */
const NAMING: Readonly<Record<string, (ids: Ids) => string>> = {
  "--team": (ids) => ids.get("team") ?? "",
  "--chat": (ids) => ids.get("chat") ?? "",
  "chat <id>": (ids) => ids.get("chat") ?? "",
  "--credential": (ids) => ids.get("credential") ?? "",
  "invite --group": groupName,
  "audit --person": (ids) => ids.get("person") ?? "",
  "audit --target": (ids) => ids.get("person") ?? "",
  "key <id>": (ids) => ids.get("api_key") ?? "",
  "usage --key": (ids) => ids.get("api_key") ?? "",
  "provider <name>": providerName,
  "provider <key>": (ids) => ids.get("credential") ?? "",
};

/** What names nothing of a team, each with something that a command takes there. */
const PLAIN: Readonly<Record<string, string>> = {
  "<email>": "nobody@example.com",
  "<file>": "/dev/null",
  "<host>": "192.0.2.7",
  "signin <id>": "00000000-0000-7000-8000-000000000000",
  "<text>": "A question",
  "--action": "member.add",
  "--addresses": "10.0.0.0/8",
  "--amount": "1",
  "--api-key": "key-of-a-test",
  "--at": "2026-01-31",
  "--api-url": "https://192.0.2.7",
  "--base": "EUR",
  "--base-url": "http://192.0.2.7/v1",
  "--cache-read": "1",
  "--cache-write": "1",
  "--cache-write-1h": "1",
  "--client-id": "wye",
  "--client-secret": "secret-of-a-test",
  "--currency": "EUR",
  "--day": "2026-01-31",
  "--days": "3",
  "--domain": "example.com",
  "--email": "nobody@example.com",
  "--expires": "2099-01-31",
  "--format": "csv",
  "catalogue --format": "litellm",
  "--from": "2026-01-31",
  // Only the administrator of the instance gets as far as the team in it.
  "--grant": "staff=A team:member",
  "--groups-claim": "groups",
  "--input": "1",
  "--issuer": "https://192.0.2.7",
  "--kind": "oidc",
  "--language": "en",
  "--limit": "5",
  "--mode": "knowledge",
  "--model": "demo",
  "--models": "demo/demo",
  "--modes": "auto",
  "--name": "Somebody",
  "--note": "a note",
  "--output": "1",
  "--overlap": "1",
  "--owner": "nobody@example.com",
  "--password": "correct horse",
  "--quote": "USD",
  "--rate": "1.1",
  "--reason": "a reason",
  "--reasoning": "1",
  "--role": "member",
  "--tenant": "corp",
  "--scopes": "models",
  "--service-tier": "flex",
  "--search": "some",
  "--since": "2026-01-31",
  "--terms": "{}",
  "--to": "2026-01-31",
  "--uses": "2",
  "--usage": '{"input":1,"output":1}',
  "--user": "nobody@example.com",
  "--vendor": "demo",
  "--weight": "1",
};

const lookUp = <Value>(
  from: Readonly<Record<string, Value>>,
  noun: string,
  place: string,
): Value | undefined => from[`${noun} ${place}`] ?? from[place];

/** How a place names a row; null where it names none.
 *  @throws Error for a place that nobody has described */
export function namingOf(noun: string, place: string): ((ids: Ids) => string) | null {
  const naming = lookUp(NAMING, noun, place);
  if (naming !== undefined) return naming;
  plainOf(noun, place);
  return null;
}

export function plainOf(noun: string, place: string): string {
  const plain = lookUp(PLAIN, noun, place);
  if (plain !== undefined) return plain;
  throw new Error(`What does ${place} of "${noun}" name? Say so in command-places.ts`);
}
