import type { Context } from "@/lib/context";
import { addCredential } from "@/lib/providers/add-credential";
import { type KeySummary, listProviders, type ProviderSummary } from "@/lib/providers/list-providers";
import { removeCredential } from "@/lib/providers/remove-credential";
import { rotateCredential } from "@/lib/providers/rotate-credential";
import { setWeight } from "@/lib/providers/set-weight";
import { Failure } from "../failure";
import type { CommonOptions } from "../leaf";
import { printValue } from "../output";
import { readSecret } from "../read-secret";
import { withContext } from "../with-context";

interface KeyOptions extends CommonOptions {
  team?: string;
  instance?: boolean;
  apiKey: string;
  baseUrl?: string;
  weight?: string;
}

export async function addKey(name: string, options: KeyOptions): Promise<void> {
  const { baseUrl, weight } = options;
  const apiKey = await readSecret(options.apiKey);
  const made = await withContext(options, async (context) => {
    const provider = await findProvider(context, name, options);
    const { id } = await addCredential(context, {
      providerId: provider.id,
      apiKey,
      ...(baseUrl !== undefined && { baseUrl }),
      ...(weight !== undefined && { weight: Number(weight) }),
    });
    return { id, provider: provider.name };
  });
  printValue(made, options, `${made.provider} has another key.`);
}

export async function rotateKey(name: string, key: string | undefined, options: KeyOptions): Promise<void> {
  const apiKey = await readSecret(options.apiKey);
  const { id } = await withContext(options, async (context) => {
    const found = findKey(await findProvider(context, name, options), key);
    await rotateCredential(context, { credentialId: found.id, apiKey });
    return found;
  });
  printValue({ id, provider: name }, options, `The key of ${name} was replaced.`);
}

export async function weighKey(name: string, key: string, options: KeyOptions): Promise<void> {
  const weight = Number(options.weight);
  const { id } = await withContext(options, async (context) => {
    const found = findKey(await findProvider(context, name, options), key);
    await setWeight(context, { credentialId: found.id, weight });
    return found;
  });
  printValue({ id, provider: name, weight }, options, `The key has the weight ${weight}.`);
}

export async function removeKey(name: string, key: string, options: KeyOptions): Promise<void> {
  const { id } = await withContext(options, async (context) => {
    const provider = await findProvider(context, name, options);
    const found = findKey(provider, key);
    if (provider.keys.length === 1)
      throw new Failure(`This is the only key of ${name}. Give it another first.`);
    await removeCredential(context, found.id);
    return found;
  });
  printValue({ id, provider: name }, options, `No call begins with that key of ${name} any more.`);
}

async function findProvider(
  context: Context,
  wanted: string,
  { instance = false }: KeyOptions,
): Promise<ProviderSummary> {
  const providers = await listProviders(context);
  const usable = providers.filter(({ scope, shadowed }) => (instance ? scope === "instance" : !shadowed));
  const found = usable.find(({ id, name }) => wanted === name || wanted === id);
  if (found) return found;
  throw new Failure(`No provider is ${wanted}. There are: ${usable.map(({ name }) => name).join(", ")}.`);
}

/** @param wanted the last four characters or the id; may be left out where there is one key */
function findKey({ name, keys }: ProviderSummary, wanted: string | undefined): KeySummary {
  const found = keys.filter(
    ({ id, apiKeyLast4 }) => wanted === undefined || [id, apiKeyLast4].includes(wanted),
  );
  const [key, ...more] = found;
  if (key && more.length === 0) return key;
  const known = keys.map(({ id, apiKeyLast4 }) => `${apiKeyLast4 ?? "no key"} (${id})`).join(", ");
  throw new Failure(`Which key of ${name} is meant? There are: ${known}.`);
}
