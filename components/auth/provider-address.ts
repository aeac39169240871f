/** Where the provider asks who it is. The server refuses who lacks its token, so that no other site can begin. */
export async function providerAddress(id: string, callbackUrl: string): Promise<string> {
  const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
  const response = await fetch(`/api/auth/signin/${id}`, {
    method: "POST",
    headers: { "x-auth-return-redirect": "1" },
    body: new URLSearchParams({ csrfToken, callbackUrl }),
  });
  const { url } = await response.json();
  if (!response.ok || typeof url !== "string" || new URL(url).origin === window.location.origin) {
    throw new Error("the provider cannot be reached");
  }
  return url;
}
