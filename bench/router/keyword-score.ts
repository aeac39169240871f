const REASONING =
  /\b(prove|proof|solve|calculate|compute|derive|equation|integral|derivative|probability|algorithm|code|function|python|javascript|java|sql|regex|debug|error|bug|implement|program|script|optimi[sz]e|step by step|how many|how much|percent|logic|puzzle|plan|schedule|analy[sz]e|compare|evaluate|if .* then)\b|证明|求|解方程|计算|推导|概率|算法|代码|函数|编写|编程|程序|调试|报错|优化|步骤|多少|一共|平均|逻辑|推理|规划|安排|分析|比较|设计|[=+×÷√∫]/gi;
const KNOWLEDGE =
  /\b(what is|who|when|where|define|explain|describe|translate|summari[sz]e|write a|poem|story|essay|email|letter|rewrite|recommend|suggest|list|hello|hi|thanks|act as|you are a)\b|什么是|是谁|哪一年|哪里|介绍|解释|翻译|总结|概括|写一|作文|故事|诗|邮件|改写|润色|推荐|列举|扮演|你好|谢谢/gi;

/** The baseline that everybody writes first: words that sound like reasoning less words that do not, as a logit. */
export function keywordScore(text: string): number {
  return (text.match(REASONING)?.length ?? 0) - (text.match(KNOWLEDGE)?.length ?? 0);
}
