import type { Locale } from "@/lib/i18n/locale";

interface Sample {
  question: string;
  reasoning: string;
  text: string;
}

const CODE = `\`\`\`typescript
/** Exact cost of one call, in 10^-12 of the currency. */
export function priceCall(usage: Usage, rate: Rate): bigint {
  const lines = BUCKETS.map((bucket) => BigInt(usage[bucket]) * rate.perMillion[bucket]);
  return lines.reduce((sum, line) => sum + line, 0n); // a line that is longer than a phone is wide
}
\`\`\``;

/** Answers that use all that Markdown has. */
export const SAMPLE_ANSWERS: Readonly<Record<Locale, Sample>> = {
  en: {
    question: "How do I add up prices without losing a fraction of a cent?",
    reasoning:
      "The person wants exact sums. Floats round, so integers of a small unit are the way.\n\nI will show a function, a table and the formula.",
    text: `Keep every amount as an **integer of a very small unit** and never as a floating-point number.

## Why floats fail

1. \`0.1 + 0.2\` is not \`0.3\`.
2. Errors add up: over a million calls they become *visible*.

${CODE}

| Model | Input | Output | Cost of 1,234 tokens in and 567 out |
| --- | ---: | ---: | ---: |
| GPT-4o mini | $0.15 | $0.60 | $0.0005253 |
| Claude Sonnet 4.5 | $3.00 | $15.00 | $0.012207 |

The sum is simply

$$
C = \\sum_{b} n_b \\cdot p_b
$$

where $n_b$ counts the tokens of a bucket and $p_b$ is its price.

> A total that does not equal the sum of its rows is worse than none.

- [x] exact
- [ ] rounded

See [the standard](https://example.com/decimal) for more.`,
  },
  "zh-CN": {
    question: "怎样累计费用才不会丢掉零头？",
    reasoning: "对方要的是精确求和。浮点数会舍入，所以应该用很小单位的整数。\n\n我给出函数、表格和公式。",
    text: `把每一笔金额都存成**很小单位的整数**，不要用浮点数。

## 浮点数为什么不行

1. \`0.1 + 0.2\` 不等于 \`0.3\`。
2. 误差会累积：调用一百万次以后就看得出来了。

${CODE}

| 模型 | 输入 | 输出 | 读 1,234、写 567 个 token 的费用 |
| --- | ---: | ---: | ---: |
| 通义千问 Plus | ¥0.80 | ¥2.00 | ¥0.0021212 |
| DeepSeek Chat | ¥1.00 | ¥2.00 | ¥0.002368 |

总额就是

$$
C = \\sum_{b} n_b \\cdot p_b
$$

其中 $n_b$ 是某一类 token 的数量，$p_b$ 是它的单价。

> 总额如果和明细之和对不上，还不如不显示。

- [x] 精确
- [ ] 四舍五入`,
  },
};
