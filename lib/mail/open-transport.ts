import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
/** All of them together end long before a claimed mail is anybody else's. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** A connection to the mail server, made when the first message is sent. */
export function openTransport(url: string): Transporter {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const isRemote = !LOOPBACK.includes(hostname);
  return createTransport({
    ...PATIENCE,
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password never crosses a network in the clear, even where something on the way hides that TLS is offered.
    requireTLS: !secure && isRemote && username !== "",
    ignoreTLS: !isRemote,
    // What a message holds comes from nowhere but the message.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(username !== "" && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    name: new URL(env().AUTH_URL).hostname,
  });
}
