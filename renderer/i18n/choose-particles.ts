/** The particle after a consonant, then the one after a vowel, by the form that stands for both. */
const PARTICLES: Readonly<Record<string, readonly [string, string]>> = {
  "은(는)": ["은", "는"],
  "이(가)": ["이", "가"],
  "을(를)": ["을", "를"],
  "과(와)": ["과", "와"],
  "와(과)": ["과", "와"],
  "(으)로": ["으로", "로"],
};
const IN_TEXT = /([\p{L}\p{N}%])([’”'"»)\]]*)(은\(는\)|이\(가\)|을\(를\)|과\(와\)|와\(과\)|\(으\)로)/gu;

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const FINALS = 28;
const FINAL_RIEUL = 8;
/** How digits end when they are read out: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const DIGIT_ENDINGS = "영일이삼사오육칠팔구";

/**
 * Korean particles differ after a consonant and after a vowel, and a text with a
 * gap cannot know what fills it: "‘과제’은(는)" becomes "‘과제’는". Syllables,
 * digits and % are read out; after letters of other scripts, whose sound nobody
 * can tell from their spelling, both forms stay. (으)로 goes with ㄹ as with a vowel.
 */
export function chooseParticles(text: string): string {
  if (!text.includes("(")) return text;
  return text.replace(IN_TEXT, (whole, last: string, closing: string, both: string) => {
    const final = finalOf(last);
    const forms = PARTICLES[both];
    if (final === null || forms === undefined) return whole;
    const isClosed = final > 0 && !(both === "(으)로" && final === FINAL_RIEUL);
    return `${last}${closing}${forms[isClosed ? 0 : 1]}`;
  });
}

/** Which consonant a letter ends in when it is read, 0 for none; null where that is not known. */
function finalOf(letter: string): number | null {
  if (letter === "%") return 0;
  const read = /\d/.test(letter) ? (DIGIT_ENDINGS[Number(letter)] ?? letter) : letter;
  const code = read.codePointAt(0) ?? 0;
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE ? (code - FIRST_SYLLABLE) % FINALS : null;
}
