import type { Fault } from "../script.ts";
import type { ChatDialect } from "./chat-dialect.ts";
import { refuseAsOpenAI } from "./openai-refusal.ts";
import { type Refusal, sse } from "./wire.ts";

type Row = readonly [status: number, body: object];
type Rows = Readonly<Partial<Record<Fault, Row>>>;

const error = (code: string, message: string, type?: string) => ({
  error: { code, message, ...(type !== undefined && { type }) },
});
const spark = (code: number, message: string) => ({ code, message, sid: "cht000a0001@dx1" });
const tencent = (Code: string, Message: string) => ({
  Response: { Error: { Code, Message }, RequestId: "r1" },
});

/** Refusals in the vendors' own words, where they are not OpenAI's. */
const REFUSALS: Readonly<Partial<Record<ChatDialect, Rows>>> = {
  zhipu: {
    unauthorized: [401, error("1000", "身份验证失败。")],
    model_missing: [400, error("1211", "模型不存在，请检查模型代码。")],
    quota: [429, error("1113", "您的账户已欠费，请充值后重试。")],
    rate_limit: [429, error("1302", "您当前使用该 API 的并发数过高，请降低并发。")],
    context_length: [400, error("1261", "Prompt 超长")],
    content_filter: [400, error("1301", "系统检测到输入或生成内容可能包含不安全或敏感内容。")],
  },
  ernie: {
    unauthorized: [401, error("invalid_iam_token", "IAM token is invalid", "invalid_request_error")],
    quota: [200, { error_code: 17, error_msg: "Open api daily request limit reached" }],
    rate_limit: [429, error("rpm_rate_limit_exceeded", "Rate limit reached for RPM", "rate_limit_error")],
    context_length: [400, error("tokens_too_long", "Prompt tokens too long", "invalid_request_error")],
    content_filter: [400, error("invalid_messages", "Sensitive chat messages", "invalid_request_error")],
  },
  hunyuan: {
    unauthorized: [401, tencent("AuthFailure.SecretIdNotFound", "The SecretId is not found.")],
    model_missing: [400, tencent("InvalidParameterValue.Model", "The model is invalid.")],
    quota: [400, tencent("FailedOperation.ResourcePackExhausted", "资源包余量已用尽。")],
    rate_limit: [429, tencent("RequestLimitExceeded", "请求的次数超过了频率限制。")],
    server_error: [500, tencent("InternalError", "内部错误。")],
  },
  spark: {
    unauthorized: [200, spark(11200, "AppIdNoAuthError")],
    quota: [200, spark(11201, "AppIdDailyLimitError: 日流控超限")],
    rate_limit: [200, spark(11202, "AppIdQpsOverFlowError: 秒级流控超限")],
    context_length: [200, spark(10907, "TokenLengthError")],
    content_filter: [200, spark(10013, "InputTextAuditError")],
    server_error: [500, spark(10110, "ServiceBusy")],
  },
  doubao: {
    unauthorized: [
      401,
      error("AuthenticationError", "The API key in the request is missing or invalid.", "Unauthorized"),
    ],
    model_missing: [
      404,
      error("InvalidEndpointOrModel.NotFound", "The model or endpoint does not exist.", "NotFound"),
    ],
    quota: [403, error("AccountOverdueError", "The account has an overdue balance.", "Forbidden")],
    rate_limit: [
      429,
      error(
        "RateLimitExceeded.EndpointRPMExceeded",
        "The Requests Per Minute limit is exceeded.",
        "TooManyRequests",
      ),
    ],
    context_length: [
      400,
      error("InvalidParameter", "Total tokens of image and text exceed max message tokens.", "BadRequest"),
    ],
    content_filter: [
      400,
      error(
        "InputTextSensitiveContentDetected",
        "The input text may contain sensitive information.",
        "BadRequest",
      ),
    ],
  },
  moonshot: {
    unauthorized: [401, error("", "Invalid Authentication", "invalid_authentication_error")],
    model_missing: [404, error("", "Not found the model or Permission denied", "resource_not_found_error")],
    quota: [
      429,
      error("", "Your account is not active, please check your plan.", "exceeded_current_quota_error"),
    ],
    rate_limit: [429, error("", "Your account reached max request.", "rate_limit_reached_error")],
    context_length: [
      400,
      error("", "Your request exceeded model token limit: 8192", "invalid_request_error"),
    ],
    content_filter: [
      400,
      error("", "The request was rejected because it was considered high risk", "content_filter"),
    ],
    overloaded: [429, error("", "The engine is currently overloaded", "engine_overloaded_error")],
  },
  alibaba: {
    unauthorized: [401, error("invalid_api_key", "Incorrect API key provided.", "invalid_request_error")],
    quota: [400, error("Arrearage", "Access denied, please make sure your account is in good standing.")],
    rate_limit: [429, error("limit_requests", "You have exceeded your current request limit.")],
    context_length: [400, error("invalid_parameter_error", "Range of input length should be [1, 30720]")],
    content_filter: [400, error("data_inspection_failed", "Input data may contain inappropriate content.")],
  },
  mistral: {
    unauthorized: [401, { detail: "Unauthorized" }],
    model_missing: [
      400,
      { object: "error", message: "Invalid model: m-1", type: "invalid_model", code: "1500" },
    ],
    rate_limit: [
      429,
      { object: "error", message: "Rate limit exceeded", type: "rate_limited", code: "1300" },
    ],
  },
};

export function refuseAs(dialect: ChatDialect, fault: Fault, retryAfterSeconds: number): Refusal {
  const own = REFUSALS[dialect]?.[fault];
  const usual = refuseAsOpenAI(fault, retryAfterSeconds);
  return own ? { ...usual, status: own[0], body: own[1] } : usual;
}

/** An error in the middle of a stream. */
export function vendorErrorEvent(dialect: ChatDialect): string {
  if (dialect === "spark") return sse(spark(10008, "ServiceCapacityInsufficient"));
  if (dialect === "ernie") return sse({ error_code: 336100, error_msg: "Try again" });
  if (dialect === "mistral") return sse({ error: { message: "Service unavailable.", code: "3505" } });
  return sse({
    error: { message: "The server had an error.", type: "server_error", param: null, code: null },
  });
}
