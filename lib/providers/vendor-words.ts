/** A phrase of any of these in what a vendor said, or a code of theirs that stands by itself. */
function said(phrases: readonly string[], codes: readonly number[] = []): RegExp {
  const alone = codes.length === 0 ? [] : [`^(${codes.join("|")})$`];
  return new RegExp([...phrases, ...alone].join("|"), "m");
}

/** The words that vendors use for what is wrong, in lower case, and the numbers that Zhipu (four digits from 1000), Spark
 *  (five digits), and Baidu's first interface (two or three digits, and six) use instead. */
export const VENDOR_WORDS = {
  tooLong: said(
    [
      ...["context_length_exceeded", "context_window_exceeded", "context (length|window)", "maximum context"],
      ...["(prompt|input) is too long", "request_too_large", "string_above_max_length"],
      ...["input token count.*exceeds", "range of input length", "(tokens|characters)_too_long"],
      ...["exceeded model token limit", "exceed max message tokens", "输入.{0,20}(过长|超长|超过|超出)"],
    ],
    [1261, 10907, 336103],
  ),
  filtered: said(
    [
      ...["content_filter", "content_policy", "responsibleaipolicy", "data_?inspection_?failed"],
      ...[
        "prohibited_content",
        "content management policy",
        "sensitive chat messages",
        "sensitivecontentdetected",
        "high risk",
      ],
    ],
    [1301, 10013, 10014, 10019],
  ),
  keyRejected: said(
    [
      ...["invalid_api_key", "api_key_invalid", "api key not valid", "invalid x-api-key"],
      ...["authentication_error", "authenticationerror", "invalid_iam_token", "authfailure", "appidnoauth"],
    ],
    [110, 111, 1000, 1001, 1002, 1003, 1004, 10005, 11200],
  ),
  noPermission: said(["permission_error", "permission_denied"]),
  outOfQuota: said(
    [
      ...["insufficient_quota", "insufficient_balance", "insufficient balance", "credit balance is too low"],
      ...["billing_hard_limit", "arrearage", "servicearrears", "accountoverdue", "account_overdue"],
      ...["resourcepackexhausted", "exceeded_current_quota", "freetieronly", "余额不足", "欠费"],
    ],
    [17, 19, 1113, 11201],
  ),
  modelMissing: said(
    [
      ...["model_not_found", "model_not_exist", "modelnotfound", "invalid_model", "invalid model"],
      ...["unknown model", "model not exist", "invalidendpointormodel", "modelnotopen"],
      ...["invalidparametervalue\\.model", "not_found_error", "模型不存在"],
      "model[^\\n]{0,120}(not found|does not exist|is not available|not supported)",
    ],
    [1211],
  ),
  tooMany: said(
    ["rate_?limit", "too many requests", "resource_exhausted", "(request)?limitexceeded"],
    [18, 1302, 1305, 10007, 11202, 11203],
  ),
  overloaded: said(["engine_overloaded"], [10008, 10010, 10110, 336100]),
};
