import type { Readings } from '$lib/domain/search/readings';

let loading: Promise<Readings> | undefined;

/**
 * Pinyin of Han characters from pinyin-pro's dictionary. It costs about 15 MB of memory, so it is
 * loaded by the first who writes content or searches by sound, once per process.
 */
export function loadReadings(): Promise<Readings> {
	return (loading ??= import('pinyin-pro').then(({ pinyin, polyphonic }) => {
		const known = new Map<string, readonly string[]>();
		const of = (char: string): readonly string[] => {
			let found = known.get(char);
			if (!found) {
				const [all = []] = polyphonic(char, { toneType: 'none', type: 'array' });
				const typed = all.map((said) => plain(said.replaceAll('ü', 'v'))).filter(Boolean);
				// Passports and many typists write u for ü.
				found = [...new Set([...typed, ...typed.map((said) => said.replace('v', 'u'))])];
				known.set(char, found);
			}
			return found;
		};
		const said = (han: readonly string[]): string[] => {
			const heard = pinyin(han.join(''), { toneType: 'none', type: 'array', v: true });
			return heard.length === han.length ? heard.map(plain) : han.map((char) => of(char)[0] ?? '');
		};
		return { said, of };
	}));
}

const plain = (said: string): string => (/^[a-z]+$/.test(said) ? said : '');
