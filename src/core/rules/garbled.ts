/** Texts whose encoding went wrong. */

/** What UTF-8 and GBK make of each other, and what is left where a character could not be kept. */
export const GARBLED = /\ufffd|锟斤拷|烫烫烫|屯屯屯|锘\s?[挎縿]|(?:[鍙鍚鐨鏄鍦涓浠鏂鎴瀹鐢鏈].?){4}|[ÃÂåäæèéç][\u0080-\u00bf]{1,2}[ÃÂåäæèéç]|\?{3,}/u;
