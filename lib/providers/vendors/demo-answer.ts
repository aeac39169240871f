export interface DemoAnswer {
  reasoning: string;
  text: string;
}

const LONGEST_QUOTE = 80;

/** What the demo model says: in the question's language (Chinese, otherwise English), honest about what it is. */
export function demoAnswer(question: string, thorough: boolean): DemoAnswer {
  const quote = shorten(question);
  return isChinese(question) ? chinese(quote, thorough) : english(quote, thorough);
}

/** A title for a conversation that opens with `question`: its first words. */
export function demoTitle(question: string): string {
  const line = question.trim().split(/\n/)[0]?.replace(/\s+/g, " ") ?? "";
  const short = isChinese(line) ? [...line].slice(0, 16).join("") : line.split(" ").slice(0, 6).join(" ");
  const bare = short.replace(/[\s.,;:!?，。；：！？、]+$/u, "").slice(0, 60);
  return bare === "" ? "Demo" : bare;
}

function english(quote: string, thorough: boolean): DemoAnswer {
  const more =
    " Would a made-up answer help? No: it could be mistaken for knowledge. So I explain what this page shows, and how to connect a model that can answer.";
  return {
    reasoning: `The question is “${quote}”. I am a demo without any knowledge, so I should say that plainly.${thorough ? more : ""}`,
    text: [
      `This is the **demo model**. It has no knowledge and cannot answer “${quote}”; it only shows how an answer arrives.`,
      "What you see is real all the same:",
      "- the words stream one by one, and Stop stops them\n- the reasoning is a part of its own that you can fold\n- every token is counted and priced in the ledger, at an invented price in an invented currency (XDM)",
      "Nothing was sent anywhere. To get real answers, connect a provider in the settings.",
    ].join("\n\n"),
  };
}

function chinese(quote: string, thorough: boolean): DemoAnswer {
  const more =
    "编一个答案有用吗？没有，别人可能会当真。所以我说明这个页面展示了什么，以及怎样接入能回答的模型。";
  return {
    reasoning: `问题是“${quote}”。我只是演示，没有任何知识，应该直接说明。${thorough ? more : ""}`,
    text: [
      `这里是**演示模型**。它没有知识，回答不了“${quote}”，只用来展示回答是怎样出现的。`,
      "不过你看到的都是真的：",
      "- 文字逐字输出，点“停止”就会停下\n- 思考过程单独成段，可以收起\n- 每个 token 都记入账本并计价，价格和货币（XDM）都是虚构的",
      "没有向任何地方发送数据。想得到真正的回答，请在设置中接入模型服务。",
    ].join("\n\n"),
  };
}

/** Kana marks Japanese, which also uses Han characters. */
function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

function shorten(question: string): string {
  const line = question.trim().replace(/\s+/g, " ");
  const characters = [...line];
  return characters.length <= LONGEST_QUOTE ? line : `${characters.slice(0, LONGEST_QUOTE).join("")}…`;
}
