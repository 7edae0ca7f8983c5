/** Lines of a certificate, in the order they are read. */
export const fieldKeys = [
	'heading',
	'names',
	'citation',
	'award',
	'closing',
	'issuer',
	'date',
	'number',
	'code',
	'address'
] as const;
export type FieldKey = (typeof fieldKeys)[number];

export const faces = ['serif', 'sans'] as const;
export const aligns = ['left', 'center', 'right'] as const;

/** The colours of the house as printers get them: paper has no dark mode. */
export const inks = {
	ink: '#1e2623',
	soft: '#4b5752',
	jade: '#2f6557',
	deep: '#214a40',
	seal: '#a1312a'
} as const;
export type Ink = keyof typeof inks;

/** What a text may put in the place of a word in braces. */
export const placeholders = [
	'winner',
	'names',
	'unit',
	'entry',
	'award',
	'contest',
	'edition',
	'number',
	'date',
	'issuer',
	'code',
	'address'
] as const;
export type Placeholder = (typeof placeholders)[number];

/** One line or paragraph. Millimetres from the upper left corner of the page. */
export interface Field {
	shown: boolean;
	/** With placeholders in braces: `作品《{entry}》`. */
	text: string;
	x: number;
	y: number;
	width: number;
	/** Points. */
	size: number;
	/** Room between signs, in hundredths of the size. */
	space: number;
	face: (typeof faces)[number];
	bold: boolean;
	align: (typeof aligns)[number];
	ink: Ink;
}

/** Where a picture stands, in millimetres; its height follows from its own shape. */
interface Stamp {
	/** Id in the media library; null for none. */
	asset: string | null;
	x: number;
	y: number;
	width: number;
}

export const backgrounds = ['cong', 'plain', 'picture'] as const;

/** How the certificates of an edition look. */
export interface Design {
	turn: 'landscape' | 'portrait';
	/** The language of award, contest and edition. */
	tongue: 'zh' | 'en';
	background: (typeof backgrounds)[number];
	/** Id of a picture in the media library, for `picture`. */
	picture: string | null;
	fields: Record<FieldKey, Field>;
	/** The picture of a seal, with nothing around it. */
	seal: Stamp;
	/** The code a telephone reads. */
	qr: { shown: boolean; x: number; y: number; width: number };
}

/** A4, millimetres. */
export const pageOf = ({ turn }: Pick<Design, 'turn'>): { width: number; height: number } =>
	turn === 'landscape' ? { width: 297, height: 210 } : { width: 210, height: 297 };

/** How many lines a text may take before it is set smaller. */
export const mostLines: Record<FieldKey, number> = {
	heading: 1,
	names: 2,
	citation: 3,
	award: 1,
	closing: 3,
	issuer: 2,
	date: 1,
	number: 1,
	code: 1,
	address: 2
};

/** Bounds of what an office may type. */
export const limits = {
	text: 200,
	size: { min: 6, max: 96 },
	space: { min: 0, max: 100 },
	width: { min: 10, max: 297 },
	seal: { min: 10, max: 90 },
	qr: { min: 14, max: 60 }
} as const;

const field = (
	over: Partial<Field> & Pick<Field, 'text' | 'x' | 'y' | 'width' | 'size'>
): Field => ({
	shown: true,
	space: 0,
	face: 'serif',
	bold: false,
	align: 'left',
	ink: 'ink',
	...over
});

const words = {
	zh: {
		heading: '荣誉证书',
		names: '{winner}：',
		citation: '　　作品《{entry}》在{contest}{edition}评选中荣获',
		award: '{award}',
		closing: '　　特发此证，以资鼓励。',
		issuer: '{issuer}',
		date: '{date}',
		number: '参赛编号　{number}',
		code: '查验码　{code}',
		address: '扫码，或在 {address} 输入查验码'
	},
	en: {
		heading: 'Certificate of Award',
		names: '{winner}',
		citation: 'for the entry “{entry}” in the {contest}, {edition}',
		award: '{award}',
		closing: 'Issued in recognition of this achievement.',
		issuer: '{issuer}',
		date: '{date}',
		number: 'Entry {number}',
		code: 'Check code {code}',
		address: 'Scan, or type the code at {address}'
	}
} as const;

/** The design an edition begins with: one an office may use as it stands. */
export function newDesign(
	turn: Design['turn'] = 'landscape',
	tongue: Design['tongue'] = 'zh'
): Design {
	const t = words[tongue];
	const wide = turn === 'landscape';
	const { width } = pageOf({ turn });
	const edge = wide ? 42 : 32;
	const room = width - 2 * edge;
	const y = wide
		? { heading: 30, names: 66, body: 84, award: 108, closing: 134, foot: 156 }
		: { heading: 58, names: 108, body: 130, award: 166, closing: 196, foot: 228 };
	const foot = { face: 'sans', ink: 'soft', size: 8.5 } as const;
	const qr = { x: edge, y: y.foot + (wide ? -1 : 0), width: 22 };
	const beside = { x: edge + 26, width: wide ? 86 : 62 };
	const last = { x: width - edge - (wide ? 92 : 58), width: wide ? 92 : 58 };
	return {
		turn,
		tongue,
		background: 'cong',
		picture: null,
		fields: {
			heading: field({
				...{ text: t.heading, x: edge - 10, y: y.heading, width: room + 20 },
				...{ size: tongue === 'zh' ? 46 : 36, space: tongue === 'zh' ? 32 : 2 },
				...{ bold: true, align: 'center', ink: 'deep' }
			}),
			names: field({ text: t.names, x: edge, y: y.names, width: room, size: 21, bold: true }),
			citation: field({ text: t.citation, x: edge, y: y.body, width: room, size: 16.5 }),
			award: field({
				...{ text: t.award, x: edge, y: y.award, width: room, size: 36, space: 12 },
				...{ bold: true, align: 'center', ink: 'seal' }
			}),
			closing: field({ text: t.closing, x: edge, y: y.closing, width: room, size: 16.5 }),
			issuer: field({ text: t.issuer, ...last, y: y.foot - 1, size: 14, align: 'center' }),
			date: field({ text: t.date, ...last, y: y.foot + 15, size: 13, align: 'center' }),
			number: field({ text: t.number, ...beside, y: y.foot + 0.5, ...foot }),
			code: field({ text: t.code, ...beside, y: y.foot + 6.5, ...foot }),
			address: field({ text: t.address, ...beside, y: y.foot + 12.5, ...foot })
		},
		seal: { asset: null, x: last.x + last.width / 2 - 20, y: y.foot - 16, width: 40 },
		qr: { shown: true, ...qr }
	};
}
