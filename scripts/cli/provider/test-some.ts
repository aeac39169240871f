import type { Context } from "@/lib/context";
import { toErrorData } from "@/lib/errors";
import { errorMessage } from "@/lib/i18n/error-message";
import { listProviders, type ProviderSummary } from "@/lib/providers/list-providers";
import { testProvider } from "@/lib/providers/test-provider";
import { EXIT_FAILED } from "../exit-code";
import { Failure } from "../failure";
import type { CommonOptions } from "../leaf";
import { print, printJson } from "../output";
import { systemLocale } from "../system-locale";
import { withContext } from "../with-context";
import { modelIds } from "./model-ids";

type Tested = Awaited<ReturnType<typeof testOne>>;

interface TestOptions extends CommonOptions {
  team?: string;
  vendor?: string;
  name?: string;
  instance?: boolean;
}

/** Tries the providers that are picked, or all that the team may use, and prints each result as it comes. */
export async function testSome(wanted: string | undefined, options: TestOptions): Promise<void> {
  await withContext(options, async (context) => {
    for (const provider of pick(await listProviders(context), wanted ?? options.name, options)) {
      const tested = await testOne(context, provider);
      if (options.json) printJson(tested);
      else print(describe(tested));
      if (!tested.ok) process.exitCode = EXIT_FAILED;
    }
  });
}

function pick(
  providers: readonly ProviderSummary[],
  wanted: string | undefined,
  { vendor, instance }: TestOptions,
): ProviderSummary[] {
  const usable = providers.filter(({ shadowed, scope }) => (instance ? scope === "instance" : !shadowed));
  const picked = usable.filter(
    (provider) =>
      (wanted === undefined || wanted === provider.name || wanted === provider.id) &&
      (vendor === undefined || vendor === provider.vendor),
  );
  if (picked.length > 0) return picked;
  if (usable.length === 0) throw new Failure('No provider is connected. Connect one: "provider add".');
  const known = usable.map((provider) => `${provider.name} (${provider.vendor})`).join(", ");
  throw new Failure(`No provider is ${wanted ?? vendor}. There are: ${known}.`);
}

async function testOne(context: Context, { id, vendor, name }: ProviderSummary) {
  const { models, error } = await testProvider(context, id);
  const message = error && errorMessage(toErrorData(error), systemLocale());
  return {
    id,
    vendor,
    name,
    models: modelIds(models),
    ok: error === null,
    error: error?.code ?? null,
    message,
  };
}

function describe({ name, models, message }: Tested): string {
  return message === null ? `${name}: works, ${models.length} models` : `${name}: ${message}`;
}
