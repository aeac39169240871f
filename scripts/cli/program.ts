import { Command } from "commander";

type AddCommands = (noun: Command) => void;

interface Noun {
  summary: string;
  /** Loaded only when it is asked for: some bring the vendors' libraries with them. */
  load: () => Promise<AddCommands>;
}

const NOUNS: Readonly<Record<string, Noun>> = {
  ask: { summary: "ask a model", load: async () => (await import("./commands/ask")).addAsk },
  chat: { summary: "read chats", load: async () => (await import("./commands/chat")).addChatCommands },
  usage: {
    summary: "calls and what they cost",
    load: async () => (await import("./commands/usage")).addUsageCommands,
  },
  price: {
    summary: "what a call costs, and setting it",
    load: async () => (await import("./commands/price")).addPriceCommands,
  },
  catalogue: {
    summary: "what is known of models",
    load: async () => (await import("./commands/catalogue")).addCatalogueCommands,
  },
  rate: {
    summary: "exchange rates of currencies",
    load: async () => (await import("./commands/rate")).addRateCommands,
  },
  key: {
    summary: "keys with which programs ask",
    load: async () => (await import("./commands/key")).addKeyCommands,
  },
  provider: {
    summary: "connect vendors of models",
    load: async () => (await import("./commands/provider")).addProviderCommands,
  },
  mode: {
    summary: "which models serve Knowledge and Reasoning",
    load: async () => (await import("./commands/mode")).addModeCommands,
  },
  host: {
    summary: "private hosts that providers may be at",
    load: async () => (await import("./commands/host")).addHostCommands,
  },
  route: {
    summary: "which mode a question needs",
    load: async () => (await import("./commands/route")).addRoute,
  },
  signin: {
    summary: "where people can sign in besides with a password",
    load: async () => (await import("./commands/signin")).addSignInCommands,
  },
  user: { summary: "accounts", load: async () => (await import("./commands/user")).addUserCommands },
  team: {
    summary: "teams and their members",
    load: async () => (await import("./commands/team")).addTeamCommands,
  },
  member: {
    summary: "who is in a team",
    load: async () => (await import("./commands/member")).addMemberCommands,
  },
  invite: {
    summary: "let people into a team",
    load: async () => (await import("./commands/invite")).addInviteCommands,
  },
  audit: {
    summary: "who changed what",
    load: async () => (await import("./commands/audit")).addAuditCommands,
  },
  db: { summary: "the database", load: async () => (await import("./commands/db")).addDbCommands },
  doctor: {
    summary: "check this installation",
    load: async () => (await import("./commands/doctor")).addDoctor,
  },
};

const NAME = "npm run -s wye --";

/** The command line, with the commands of the noun that `args` begin with. */
export async function makeProgram(args: readonly string[]): Promise<Command> {
  const program = new Command(NAME)
    .description(
      "Wye from the command line. Results go to standard output, everything else to standard error.",
    )
    .exitOverride()
    .helpCommand(false)
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(text) });
  for (const [name, { summary, load }] of Object.entries(NOUNS)) {
    const noun = program.command(name).description(summary).helpCommand(false);
    noun.showHelpAfterError(`Help: ${NAME} ${name} --help`);
    if (args[0] === name) (await load())(noun);
  }
  return program;
}
