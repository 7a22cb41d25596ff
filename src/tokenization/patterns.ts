/** Shapes of words that signs stand in or around. None can backtrack without bound, and the scanner gives them short stretches. */
export const CLITIC = /(?:['’](?:s|m|d|ll|re|ve)|n['’]t)$/i;
export const WEB =
  /^(?:[a-z]{3,6}:\/\/|www\.)|@[\w-]+\.[a-z]|^[\w-]+(?:\.[\w-]+){0,8}\.(?:com|org|net|gov|edu|mil|info|co\.uk|xls|doc|pdf|html?)(?:\/|$)/i;
const HANDLE = /^@\w/;
export const HASHTAG = /^#[A-Za-z]\w/;
export const EMOTICON = /^(?:[:;=]['’]?-?[)(\][DPpd|/\\]+|\^_\^|<3)$/;
export const DOTTED = /^(?:\p{L}\.){2,}$|^[Pp]h\.?[Dd]\.$|^(?:\p{L}\.)+\p{L}{1,2}\.$/u;
export const ORDINAL = /^(?:st|nd|rd|th|s|['’]s)$/i;
const PHONE = /^\+?\d{1,4}(?:[-/]\d{2,4}){2,4}$|^\d{3}-\d{4}$/;
const FRACTION_OR_DATE = /^\d{1,4}(?:[/]\d{1,4}){1,2}$/;
/** What is one word though it has signs inside. */
export const WHOLE = [WEB, HANDLE, HASHTAG, PHONE, FRACTION_OR_DATE, DOTTED];
/** Behind an apostrophe in front: 'em, ’72, 's alone. */
export const LONE_CLITIC = /^(?:em|til|cause|s|m|d|ll|re|ve|t|\d0?\ds?)$/i;
