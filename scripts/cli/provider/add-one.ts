import { type AddedProvider, addProvider } from "@/lib/providers/add-provider";
import type { CommonOptions } from "../leaf";
import { note, printValue } from "../output";
import { readSecret } from "../read-secret";
import { requireTeam } from "../require-team";
import { withContext } from "../with-context";
import { modelIds } from "./model-ids";

interface AddOptions extends CommonOptions {
  team?: string;
  instance?: boolean;
  vendor: string;
  name?: string;
  baseUrl?: string;
  apiKey?: string;
  force?: boolean;
}

/** Connects a vendor and says what it offers. */
export async function addOne(options: AddOptions): Promise<void> {
  const { vendor, name, baseUrl } = options;
  const apiKey = options.apiKey === undefined ? undefined : await readSecret(options.apiKey);
  const added = await withContext(options, async (context) => {
    if (!options.instance) requireTeam(context);
    return addProvider(context, {
      scope: options.instance ? "instance" : "team",
      vendor,
      ...(name === undefined ? {} : { name }),
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(apiKey === undefined ? {} : { apiKey }),
      ...(options.force ? { force: true } : {}),
    });
  });
  if (added.allowedHost !== null) note(`Providers of the whole instance may now reach ${added.allowedHost}.`);
  printValue(toResult(added), options, describe(added));
}

function toResult({ id, vendor, name, models, error }: AddedProvider) {
  return { id, vendor, name, models: modelIds(models), error: error?.code ?? null };
}

function describe({ name, replaced, models, error }: AddedProvider): string {
  const verb = replaced ? "Replaced" : "Connected";
  if (error) return `${verb} ${name}, which does not work now (${error.code}).`;
  if (models.length === 0) return `${verb} ${name}. It keeps no list of models: name them as ${name}/MODEL.`;
  const names = models.slice(0, 5).map(({ id }) => `${name}/${id}`);
  const more = models.length > names.length ? ` and ${models.length - names.length} more` : "";
  return `${verb} ${name}, which offers ${names.join(", ")}${more}.`;
}
