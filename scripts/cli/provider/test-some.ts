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

/** Tries the provider of this name, or all that the team may use, and prints each result as it comes. */
export async function testSome(
  wanted: string | undefined,
  options: CommonOptions & { team?: string },
): Promise<void> {
  await withContext(options, async (context) => {
    for (const provider of pick(await listProviders(context), wanted)) {
      const tested = await testOne(context, provider);
      if (options.json) printJson(tested);
      else print(describe(tested));
      if (!tested.ok) process.exitCode = EXIT_FAILED;
    }
  });
}

function pick(providers: readonly ProviderSummary[], wanted: string | undefined): ProviderSummary[] {
  const usable = providers.filter(({ shadowed }) => !shadowed);
  const picked = usable.filter(({ id, name }) => wanted === undefined || wanted === name || wanted === id);
  if (picked.length > 0) return picked;
  const known = usable.map(({ name }) => name).join(", ");
  if (wanted === undefined || known === "")
    throw new Failure('No provider is connected. Connect one: "provider add".');
  throw new Failure(`No provider is named ${wanted}. There are: ${known}.`);
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
