/** Toneless pinyin of Han characters, `ü` written `v`; supplied by the archive, which loads the dictionary. */
export interface Readings {
	/** One reading per character, chosen by context; `''` where there is none. */
	said(han: readonly string[]): string[];
	/** Every reading of one character, the most usual first; empty where there is none. */
	of(char: string): readonly string[];
}
