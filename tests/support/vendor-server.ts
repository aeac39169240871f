import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { VENDOR_WIRES, type VendorState, type VendorUser } from "./vendor-wires";

/** Where each vendor asks people; DingTalk gives the answer under a name of its own. */
const ASKING: Readonly<Record<string, { code: string }>> = {
  "/login/oauth/authorize": { code: "code" },
  "/open-apis/authen/v1/authorize": { code: "code" },
  "/oauth2/auth": { code: "authCode" },
};

export interface VendorServer {
  url: string;
  state: VendorState;
  /** What browsers brought, in order. */
  asked: URLSearchParams[];
  close(): Promise<void>;
}

/** A server that speaks the sign-in of GitHub, Feishu and DingTalk, where whoever comes is `user` and agrees at once. */
export async function startVendorServer(user: VendorUser, secret: string): Promise<VendorServer> {
  const state: VendorState = { user, secret, codes: new Map(), tokens: new Map() };
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => void serve(request, response));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const asking = request.method === "GET" ? ASKING[pathname] : undefined;
    if (asking) {
      asked.push(searchParams);
      const [code, back] = [randomUUID(), new URL(searchParams.get("redirect_uri") ?? "")];
      state.codes.set(code, {
        clientId: searchParams.get("client_id") ?? "",
        redirectUri: back.href,
        challenge: searchParams.get("code_challenge"),
      });
      back.searchParams.set(asking.code, code);
      back.searchParams.set("state", searchParams.get("state") ?? "");
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const answer = VENDOR_WIRES[`${request.method} ${pathname}`]?.(state, request, body);
    response.writeHead(answer?.status ?? 404, { "content-type": "application/json" });
    response.end(JSON.stringify(answer?.body ?? {}));
  }

  server.listen(0, "localhost");
  await once(server, "listening");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    state,
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
