import { VENDOR_NAMES } from "@/lib/i18n/vendor-names";
import { listOllamaModels } from "./ollama-models";
import { compatibleVendor } from "./openai-compatible";

/** Vendors and local servers that need no code of their own. */
export const COMPATIBLE_VENDORS = [
  compatibleVendor({
    id: "openai-compatible",
    name: VENDOR_NAMES["openai-compatible"],
    defaultBaseUrl: null,
    key: "optional",
    reasoningSwitch: "none",
  }),
  compatibleVendor({
    id: "ollama",
    name: VENDOR_NAMES.ollama,
    defaultBaseUrl: "http://localhost:11434/v1",
    key: "optional",
    reasoningSwitch: "effort",
    listModels: listOllamaModels,
  }),
  compatibleVendor({
    id: "lmstudio",
    name: VENDOR_NAMES.lmstudio,
    defaultBaseUrl: "http://localhost:1234/v1",
    key: "optional",
    reasoningSwitch: "none",
  }),
  // Chat completions rather than Responses: @ai-sdk/xai speaks only the latter by now.
  compatibleVendor({
    id: "xai",
    name: VENDOR_NAMES.xai,
    defaultBaseUrl: "https://api.x.ai/v1",
    key: "required",
    reasoningSwitch: "effort",
    reasoningBeside: true,
  }),
  compatibleVendor({
    id: "openrouter",
    name: VENDOR_NAMES.openrouter,
    defaultBaseUrl: "https://openrouter.ai/api/v1",
    key: "required",
    reasoningSwitch: "reasoning-enabled",
  }),
  compatibleVendor({
    id: "meta",
    name: VENDOR_NAMES.meta,
    defaultBaseUrl: null,
    key: "optional",
    reasoningSwitch: "none",
  }),
  // @ai-sdk/alibaba would add nothing that is used here, and drops the service tier; it refuses the empty role that
  // models of other makers are streamed with there.
  compatibleVendor({
    id: "alibaba",
    name: VENDOR_NAMES.alibaba,
    defaultBaseUrl: "https://dashscope.aliyuncs.com/compatible-mode/v1",
    key: "required",
    mainlandHosts: ["dashscope.aliyuncs.com"],
    reasoningSwitch: "enable-thinking",
  }),
  compatibleVendor({
    id: "zhipu",
    name: VENDOR_NAMES.zhipu,
    defaultBaseUrl: "https://open.bigmodel.cn/api/paas/v4",
    key: "required",
    mainlandHosts: ["open.bigmodel.cn"],
    reasoningSwitch: "thinking-type",
  }),
  compatibleVendor({
    id: "doubao",
    name: VENDOR_NAMES.doubao,
    defaultBaseUrl: "https://ark.cn-beijing.volces.com/api/v3",
    key: "required",
    mainlandHosts: ["ark.cn-*.volces.com"],
    reasoningSwitch: "thinking-type",
  }),
  compatibleVendor({
    id: "ernie",
    name: VENDOR_NAMES.ernie,
    defaultBaseUrl: "https://qianfan.baidubce.com/v2",
    key: "required",
    mainlandHosts: ["qianfan.baidubce.com"],
    reasoningSwitch: "enable-thinking",
  }),
  compatibleVendor({
    id: "hunyuan",
    name: VENDOR_NAMES.hunyuan,
    defaultBaseUrl: "https://api.hunyuan.cloud.tencent.com/v1",
    key: "required",
    mainlandHosts: ["api.hunyuan.cloud.tencent.com"],
    reasoningSwitch: "enable-thinking",
  }),
  compatibleVendor({
    id: "spark",
    name: VENDOR_NAMES.spark,
    defaultBaseUrl: "https://spark-api-open.xf-yun.com/v1",
    key: "required",
    mainlandHosts: ["spark-api-open.xf-yun.com"],
    reasoningSwitch: "thinking-type",
  }),
  compatibleVendor({
    id: "baichuan",
    name: VENDOR_NAMES.baichuan,
    defaultBaseUrl: "https://api.baichuan-ai.com/v1",
    key: "required",
    mainlandHosts: ["api.baichuan-ai.com"],
    reasoningSwitch: "none",
  }),
  compatibleVendor({
    id: "yi",
    name: VENDOR_NAMES.yi,
    defaultBaseUrl: "https://api.lingyiwanwu.com/v1",
    key: "required",
    mainlandHosts: ["api.lingyiwanwu.com"],
    reasoningSwitch: "none",
  }),
  compatibleVendor({
    id: "pangu",
    name: VENDOR_NAMES.pangu,
    defaultBaseUrl: null,
    key: "required",
    mainlandHosts: ["*.cn-*.myhuaweicloud.com"],
    reasoningSwitch: "none",
  }),
];
