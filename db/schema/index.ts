export { audit } from "./audit";
export { call } from "./call";
export { chat, message } from "./chat";
export { ledger, ledgerHead } from "./ledger";
export { person, session } from "./person";
export { provider } from "./provider";
export { setting } from "./setting";
export { signInFailures } from "./sign-in-failures";
export { membership, modeModels, team } from "./team";
