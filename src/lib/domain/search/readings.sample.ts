import type { Readings } from './readings';

const table: Record<string, string[]> = {
	玉: ['yu'],
	琮: ['cong'],
	廉: ['lian'],
	路: ['lu'],
	鸬: ['lu'],
	鸟: ['niao'],
	镇: ['zhen'],
	重: ['zhong', 'chong'],
	庆: ['qing'],
	馆: ['guan'],
	旅: ['lv', 'lu'],
	游: ['you'],
	西: ['xi'],
	安: ['an']
};

/** A dictionary of fourteen characters for tests; 重 in front of 庆 is said chóng. */
export const sample: Readings = {
	of: (char) => table[char] ?? [],
	said: (han) =>
		han.map((char, i) =>
			char === '重' && han[i + 1] === '庆' ? 'chong' : (table[char]?.[0] ?? '')
		)
};
