import type { Locale } from "./locale";
import enAccount from "./messages/en/account.json";
import enAdmin from "./messages/en/admin.json";
import enApi from "./messages/en/api.json";
import enAudit from "./messages/en/audit.json";
import enAuth from "./messages/en/auth.json";
import enChat from "./messages/en/chat.json";
import enCommon from "./messages/en/common.json";
import enErrors from "./messages/en/errors.json";
import enFactor from "./messages/en/factor.json";
import enKeys from "./messages/en/keys.json";
import enLinks from "./messages/en/links.json";
import enMail from "./messages/en/mail.json";
import enMethods from "./messages/en/methods.json";
import enModels from "./messages/en/models.json";
import enPeople from "./messages/en/people.json";
import enPolicy from "./messages/en/policy.json";
import enPrices from "./messages/en/prices.json";
import enProviders from "./messages/en/providers.json";
import enRouter from "./messages/en/router.json";
import enSetup from "./messages/en/setup.json";
import enShare from "./messages/en/share.json";
import enTeam from "./messages/en/team.json";
import enUsage from "./messages/en/usage.json";
import zhAccount from "./messages/zh-CN/account.json";
import zhAdmin from "./messages/zh-CN/admin.json";
import zhApi from "./messages/zh-CN/api.json";
import zhAudit from "./messages/zh-CN/audit.json";
import zhAuth from "./messages/zh-CN/auth.json";
import zhChat from "./messages/zh-CN/chat.json";
import zhCommon from "./messages/zh-CN/common.json";
import zhErrors from "./messages/zh-CN/errors.json";
import zhFactor from "./messages/zh-CN/factor.json";
import zhKeys from "./messages/zh-CN/keys.json";
import zhLinks from "./messages/zh-CN/links.json";
import zhMail from "./messages/zh-CN/mail.json";
import zhMethods from "./messages/zh-CN/methods.json";
import zhModels from "./messages/zh-CN/models.json";
import zhPeople from "./messages/zh-CN/people.json";
import zhPolicy from "./messages/zh-CN/policy.json";
import zhPrices from "./messages/zh-CN/prices.json";
import zhProviders from "./messages/zh-CN/providers.json";
import zhRouter from "./messages/zh-CN/router.json";
import zhSetup from "./messages/zh-CN/setup.json";
import zhShare from "./messages/zh-CN/share.json";
import zhTeam from "./messages/zh-CN/team.json";
import zhUsage from "./messages/zh-CN/usage.json";

const en = {
  admin: enAdmin,
  api: enApi,
  audit: enAudit,
  account: enAccount,
  auth: enAuth,
  chat: enChat,
  common: enCommon,
  errors: enErrors,
  factor: enFactor,
  keys: enKeys,
  links: enLinks,
  mail: enMail,
  methods: enMethods,
  models: enModels,
  policy: enPolicy,
  people: enPeople,
  prices: enPrices,
  providers: enProviders,
  router: enRouter,
  setup: enSetup,
  share: enShare,
  team: enTeam,
  usage: enUsage,
};
export type Messages = typeof en;

/** One namespace a file; the compiler refuses a key that only one language has. */
export const MESSAGES: Record<Locale, Messages> = {
  en,
  "zh-CN": {
    admin: zhAdmin,
    api: zhApi,
    audit: zhAudit,
    account: zhAccount,
    auth: zhAuth,
    chat: zhChat,
    common: zhCommon,
    errors: zhErrors,
    factor: zhFactor,
    keys: zhKeys,
    links: zhLinks,
    mail: zhMail,
    methods: zhMethods,
    models: zhModels,
    policy: zhPolicy,
    people: zhPeople,
    prices: zhPrices,
    providers: zhProviders,
    router: zhRouter,
    setup: zhSetup,
    share: zhShare,
    team: zhTeam,
    usage: zhUsage,
  },
};
