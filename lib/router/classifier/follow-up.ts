const SHORT = 40;
const LONG = 160;

const GO_ON =
  /^(ok(ay)?|yes|yep|yeah|sure|no|nope|and|but|so|then|also|now|please|hm+|well|right|wait|thanks[,.!]? (but|and|now))?[\s,.!]*(why|why not|how so|how come|continue|go on|carry on|keep going|go ahead|more|and then|next( (one|step))?|again|try again|redo( it| that)?|same|elaborate|explain( (that|this|it|more|further|again))?|shorter|longer|simpler|another( one)?|really|are you sure|what about|how about|in (english|chinese|german|french|spanish)|yes( please)?|ok(ay)?|sure|no)\b/i;
const POINTS_BACK =
  /\b((fix|explain|change|make|do|try|translate|shorten|prove|show|rewrite|put|turn|use|run|test|finish|improve|simplify|check|add to|remove|replace|convert|solve|compare|about|is|with|for|of|why|did|does) (it|that|this|them|these|those)\b(?! (rude|ok|okay|bad|good|true|possible|safe|legal|normal|worth|better|a|an|the)\b)|the (first|second|third|fourth|fifth|last|previous|above|same|other) ((one|part|step|point|option|line|version|example|answer|question|paragraph|item)\b|[.!?]*$)|(step|point|option|part|line|number|case) \d+|your (answer|code|solution|proof|list|text|previous|last|reply)|you (said|wrote|mentioned|gave|used|assumed)|above|instead|earlier|as before|again)\b/i;
const GO_ON_ZH =
  /^(嗯+|好的?|那|不对|不是|等等|可以|行|还有|请|然后|所以|但是)?[，。,.!！ ]*(继续|接着|往下|为什么|为啥|怎么会|然后呢|再来|再|还有|换一?个|换成|展开|详细|具体|举个?例|举例|重新|重写|改一下|改成|短一?点|长一?点|简单一?点|下一步|真的吗|你确定|确定吗|什么意思|用(英文|中文|日文)|好的?$|可以$|是的?$|对$|不用|呢)/;
const POINTS_BACK_ZH =
  /(这个|那个|它|上面|上述|刚才|刚刚|前面|之前|第[一二三四五六七八九十\d]+(个|步|点|条|题|种|段|行|问)|你(说|写|给|列|用|提到|刚)的?|上一(个|步|题|条)|同样|另一|其他的|剩下的|其中|最后一(个|步|条))/;
const GOODBYE =
  /^(thanks|thank you|thx|ty|great|nice|cool|perfect|awesome|bye|谢谢|多谢|感谢|辛苦|太好了|好极了|再见|拜拜|明白了|懂了)[^?？]{0,24}$/i;

/** How much a text leans on what came before it: 0 stands for itself, 1 says nothing alone. */
export function followUpShare(text: string): number {
  const plain = text.trim();
  if (plain === "" || plain.length > LONG || GOODBYE.test(plain)) return 0;
  const width = [...plain].reduce((sum, character) => sum + (character > "\u2e7f" ? 2.5 : 1), 0);
  const brevity = Math.min(Math.max((LONG - width) / (LONG - SHORT), 0), 1);
  if (GO_ON.test(plain) || GO_ON_ZH.test(plain)) return width < SHORT * 1.5 ? 1 : 0.7 * brevity;
  if (POINTS_BACK.test(plain) || POINTS_BACK_ZH.test(plain)) return 0.85 * brevity;
  return width < 12 ? 0.6 : 0;
}
