const MOST_MS = 10_000;

/** Asks a vendor's interface for JSON. An answer that leads elsewhere is none: it would carry the token there.
 *  @throws Error when it cannot be reached or refuses; says nothing of what was sent */
export async function askVendor(url: string, headers: Readonly<Record<string, string>>): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: "application/json", "user-agent": "wye", ...headers },
    redirect: "error",
    signal: AbortSignal.timeout(MOST_MS),
  });
  if (!response.ok) throw new Error(`the provider answered ${response.status}`);
  return response.json();
}

/** A token is asked for in JSON, under names of the vendor's own.
 *  @param rename what is sent, of what OAuth would send
 *  @param read what OAuth would have been answered, of what came */
export function tokensInJson(
  rename: (sent: Readonly<Record<string, string>>) => object,
  read: (answer: unknown) => object = (answer) => Object(answer),
): typeof fetch {
  return async (url, init) => {
    const sent = Object.fromEntries(new URLSearchParams(String(init?.body ?? "")));
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", accept: "application/json" },
      body: JSON.stringify(rename(sent)),
      redirect: "error",
      signal: AbortSignal.timeout(MOST_MS),
    });
    const answer: unknown = await response.json();
    return Response.json(read(answer), { status: response.status });
  };
}
