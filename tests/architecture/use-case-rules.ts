import type { InstancePermission, Permission } from "@/lib/permissions/permissions";

/** Use cases that ask for their permission through another function: which one that is. */
export const DELEGATED: Readonly<Record<string, Permission | InstancePermission>> = {
  addCredential: "provider:write",
  addMember: "team:write",
  addModel: "catalogue:write",
  addProvider: "provider:write",
  auditOverview: "audit:read",
  auditPage: "audit:read",
  connectVendor: "provider:write",
  exportAudit: "audit:read",
  getMember: "people:read",
  importCatalogue: "catalogue:write",
  listAudit: "audit:read",
  listUsage: "usage:read-own",
  lookThrough: "price:write",
  previewPrice: "price:write",
  previewRecalculation: "price:write",
  readChatList: "chat:use",
  removeCredential: "provider:write",
  removeProvider: "provider:write",
  reportUsage: "usage:read-own",
  restoreCredential: "provider:write",
  restorePrice: "price:write",
  restoreProvider: "provider:write",
  rotateCredential: "provider:write",
  setModel: "catalogue:write",
  setPrice: "price:write",
  setWeight: "provider:write",
  sumUsage: "usage:read-own",
  testProvider: "provider:write",
  usageOverview: "usage:read-own",
  usagePage: "usage:read-own",
  verifyAudit: "audit:read",
  withdrawPrice: "price:write",
};

/** Use cases that ask for none, and why. */
export const FREE: Readonly<Record<string, string>> = {
  beginFactor: "it is the person's own, and they have just shown who they are",
  confirmFactor: "it is the person's own",
  getMyFactor: "it is the person's own",
  proveMe: "it is about who asks, and they show who they are",
  renewRecoveryCodes: "they are the person's own, and they have just shown who they are",
  switchOffFactor: "it is the person's own, and they have just shown who they are",
  changePassword: "it is the person's own, and confirmed with the one before",
  createPersonalSpace: "it is the person's own, whatever they are in a team",
  endMySessions: "they are the person's own",
  eraseMe: "who asks erases themselves, and confirms it with their password",
  exportMine: "it is the person's own, whatever they are in a team",
  followResponse: "it is given what its caller was allowed to read, and watches whether that lasts",
  requestVerification: "the address is the person's own",
  listMyWays: "they are the person's own ways in",
  removeMyWay: "it is the person's own way in, and never the last",
  listMyReadings: "they are of what the person wrote",
  listMySessions: "they are the person's own",
  listOwners: "whoever is refused is told whom to ask",
  renameMe: "it is the person's own",
  savePreferences: "they are the person's own",
};

/** The table may say who will be allowed what nothing does yet. */
export const UNASKED: readonly string[] = [];
