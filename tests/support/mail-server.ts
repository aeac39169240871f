import { once } from "node:events";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** What the server says to the next mail: takes it, or refuses it with a status. */
type Verdict = "take" | { refuse: number; at: "recipient" | "data" };

export interface MailServer {
  /** For SMTP_URL. */
  url: string;
  taken: Email[];
  /** How many mails were begun, taken or not. */
  attempts(): number;
  /** What it says to those that come, one after the other; afterwards it takes all. */
  answer(...verdicts: Verdict[]): void;
  close(): Promise<void>;
}

/** A real SMTP server on this machine, with a user `wye` whose password is `p@ss/word`. */
export async function startMailServer(): Promise<MailServer> {
  const taken: Email[] = [];
  const verdicts: Verdict[] = [];
  let begun = 0;
  const refusal = (status: number) =>
    Object.assign(new Error("not now, ada@example.com"), { responseCode: status });
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    onAuth: ({ username, password }, _session, done) =>
      username === "wye" && password === "p@ss/word" ? done(null, { user: username }) : done(refusal(535)),
    onRcptTo: (_address, _session, done) => {
      begun += 1;
      const verdict = verdicts[0];
      if (verdict === undefined || verdict === "take" || verdict.at === "data") return done();
      verdicts.shift();
      done(refusal(verdict.refuse));
    },
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", async () => {
        const verdict = verdicts.shift();
        if (verdict !== undefined && verdict !== "take") return done(refusal(verdict.refuse));
        taken.push(await PostalMime.parse(Buffer.concat(parts)));
        done();
      });
    },
  });
  const listening = server.listen(0, "localhost");
  await once(listening, "listening");
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: `smtp://wye:p%40ss%2Fword@localhost:${address.port}`,
    taken,
    attempts: () => begun,
    answer: (...next) => void verdicts.push(...next),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
