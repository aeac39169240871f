/** Widths in columns: a Chinese character says as much as two and a half letters. */
const SHORT = 40;
const LONG = 160;
const FEW = 10;
const HAN_WIDTH = 2.5;

const OPENING =
  "(?:ok(?:ay)?|yes|yep|yeah|sure|no|nope|and|but|so|then|also|now|please|hm+|well|right|wait|can you|could you)";
/** Says nothing alone, and may be followed by what to go on with. */
const GO_ON = new RegExp(
  `^(?:${OPENING}[\\s,.!]+){0,3}(?:continue|go on|carry on|keep going|go ahead|and then|next (?:one|step)|try again|redo|elaborate|again|(?:make it |a bit |much )?(?:shorter|longer|simpler)|another one|one more|are you sure|really|what about|how about|what if|same (?:for|with|but))\\b`,
  "i",
);
const GO_ON_ZH =
  /^(嗯+|好的?|不对|不是|等等|可以|行|还有|请|然后|所以|但是|那)?[，。,.!！ ]*(请)?(继续|接着|往下|然后呢|再来|再写|再给|再详细|再说|再讲|再短|再长|再改|再试|换一?[个种]|换成|展开|重新|重写|改一下|改成|短一?点|长一?点|简单一?点|下一步|真的吗|你确定|确定吗|那如果|如果改成)/;
/** Says nothing where it stands alone or nearly so. */
const ALONE = new RegExp(
  `^(?:${OPENING}[\\s,.!]*){0,3}(?:why|why not|how so|how come|how|more|next|same|explain|details?|example|examples|in (?:english|chinese|german|french|spanish)|${OPENING})?[\\s.!?,]*(?:please|more|again|though|exactly|further|that|this|it)?[\\s.!?]*$`,
  "i",
);
const ALONE_ZH =
  /^(嗯+|好的?|那|请|所以|但是)?[，。,.!！ ]*(为什么|为啥|怎么会|具体|详细|举个?例子?|举例|什么意思|用(英文|中文|日文|英语)|可以|是的?|对|不对|不用|不是|呢|好的?|行|原因|理由|怎么说|如何)?(呢|啊|吗|说说|一点|点|这样|说明|讲讲|写|回答)?[？?。.!！ ]*$/;
const POINTS_BACK =
  /\b((fix|explain|change|make|do|try|translate|shorten|prove|show|rewrite|put|turn|use|run|test|finish|improve|simplify|check|add to|remove|replace|convert|solve|compare|about|is|with|for|of|why|did|does) (it|that|this|them|these|those)\b(?! (rude|ok|okay|bad|good|true|possible|safe|legal|normal|worth|better|a|an|the)\b)|the (first|second|third|fourth|fifth|last|previous|above|same|other) ((one|part|step|point|option|line|version|example|answer|question|paragraph|item)\b|[.!?]*$)|(step|point|option|part|line|number|case) \d+|your (answer|code|solution|proof|list|text|previous|last|reply)|you (said|wrote|mentioned|gave|used|assumed)|above|instead|earlier|as before|again)\b/i;
const POINTS_BACK_ZH =
  /(这个|那个|它|上面|上述|刚才|刚刚|前面|之前的?|第[一二三四五六七八九十\d]+(个|步|点|条|题|种|段|行|问)|你(说|写|给|列|用|提到|刚)的?|上一(个|步|题|条)|同样|另一|剩下的|最后一(个|步|条))/;
const GOODBYE =
  /^(thanks|thank you|thx|ty|great|nice|cool|perfect|awesome|bye|谢谢|多谢|感谢|辛苦|太好了|好极了|再见|拜拜|明白了|懂了)[^?？]{0,24}$/i;

const widthOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? HAN_WIDTH : 1), 0);

/** How much a text leans on what came before it: 0 stands for itself, 1 says nothing alone. */
export function followUpShare(text: string): number {
  if (text.length > 2 * LONG) return 0;
  const plain = text.trim();
  if (plain === "" || plain.length > LONG || GOODBYE.test(plain)) return 0;
  if (ALONE.test(plain) || ALONE_ZH.test(plain)) return 1;
  const width = widthOf(plain);
  const brevity = Math.min(Math.max((LONG - width) / (LONG - SHORT), 0), 1);
  const opening = GO_ON.exec(plain) ?? GO_ON_ZH.exec(plain);
  if (opening !== null) return widthOf(plain.slice(opening[0].length)) <= FEW ? 1 : 0.9 * brevity;
  return POINTS_BACK.test(plain) || POINTS_BACK_ZH.test(plain) ? 0.85 * brevity : 0;
}
