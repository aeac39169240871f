/** Prompts of self-instruct, read one by one: the source says nothing of what they need. Named by their hash, since
 *  none of the data is kept here. */
export const SELF_INSTRUCT_REASONING: ReadonlySet<string> = new Set(
  `800613a895 392efc9764 1f09cf8f0f f362031e85 6ba087dd6b eeb28a6309 278e3b4242 cf66f32c0f 37b17c0923 b07f19c232 311e4f7d55 9f92b1c476 590b100479 3ea2824177 74b6d80f3e b5c2bcf98a 3413b93d96 7dc4550cff b74bac0a29 91756417a8 2f37fb9003 50e47e897e 4991274544 b50f83532c 9d8908d0ff 6ce96aa1bd e0dab6119f 6b86df3adf 256fce120d 83f6a7d1b7 be7f6bc715 1fa498564b e93388cb72 4b2330f3e4 bdf9fa8d15 40b7dfddd3 327e3551ad ff6191c33b da4293c006 f55580308a bfedf33b54 ff5384ef7f 811ac8e6ba 75905d5de6 f7fef2f378 bb4fa8468c f32d89805d bc89de0316`.split(
    " ",
  ),
);

/** A person would hesitate. */
export const SELF_INSTRUCT_UNSURE: ReadonlySet<string> = new Set(
  `444cb544c1 3d1613ab5b fdd1792828 932e6c11ea 3fd3c84790 15eb735432 227f498f44 d9186ca938 1adce19a39 1eacf178cd 10cfe7f9d5 394d9df3d0 c59cf3d035 5efb8614ea bec6bf59bb 1611bc4142 4e234d8a6f 4f02bc4e1e 2b58f34507 8a3539f4ee a48ed78af3 e4ac47662f a7da9dd5a3 8e716b2dd5 c47e5f9013 d3267906d6 0ec8314289 a226f463a9 b425e18ae8 691cbdae1c 1aaa9adb5e 620aa72396 f70b020204 86500b773a 249b9e3a2f 4f044085e9 d8aab38a1e fe54a51d85 c65d22ab0f f36c8af4d2 acab837a8c b925c2c8dd 1263247df3 13bca5b415 48dccd8100`.split(
    " ",
  ),
);
