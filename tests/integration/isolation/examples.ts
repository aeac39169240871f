/** What stands in an input over what its schema tells: of an object the named fields, `undefined` for one left out. */
export type Example = Readonly<Record<string, unknown>>;

const MODE = { kind: "mode", mode: "knowledge" };
const TERMS = { currency: "USD", perMillion: { input: "1", output: "2" } };
const ALONE = { continuesId: undefined, besideId: undefined, comparison: undefined };

/** Inputs of the operations that need what a schema cannot tell, by their names. One with several is asked with each. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  claim: [{ email: "nobody@example.com" }],
  joinAsNew: [{ email: "nobody@example.com" }],
  signUp: [{ email: "nobody@example.com" }],
  previewPrice: [{ vendor: "demo", model: "demo", terms: TERMS }],
  setPrice: [{ vendor: "demo", model: "demo", terms: TERMS }],
  setReportingCurrency: [{ currency: "EUR" }],
  setRate: [{ base: "EUR", quote: "USD", rate: "1.1" }],
  removeRate: [{ base: "EUR", quote: "USD" }],
  connectProvider: [{ vendor: "demo" }],
  addMethod: [
    {
      kind: "oidc",
      issuer: "https://192.0.2.7",
      apiUrl: null,
      tenants: [],
      domains: ["example.com"],
      grants: [],
    },
  ],
  addModel: [{ vendor: "demo", model: "another" }],
  saveRouting: [{ policy: { rules: [] } }],
  tryRouting: [{ wanted: { policy: { rules: [] }, modes: { knowledge: null, reasoning: null } } }],
  "POST /api/chat": [
    // A new question, which begins a chat; the next one; an answer once more; one that goes on; one beside; compared.
    { body: { choice: MODE, parentId: null, ...ALONE } },
    { body: { choice: MODE, ...ALONE } },
    { body: { choice: MODE, message: null, ...ALONE } },
    { body: { choice: MODE, message: null, besideId: undefined, comparison: undefined } },
    { body: { choice: MODE, message: null, continuesId: undefined, comparison: { place: 1 } } },
  ],
};
