/** The colours of the map: jade 玉, ink 墨, rice paper 宣纸, ochre 赭石 and, sparingly, seal red 印. */

export type Theme = 'light' | 'dark';
export type Look = 'light' | 'dark' | 'elder' | 'elder-dark';

/** One look. Colours are CSS hex; `…Wash` entries carry their own transparency in two extra digits. */
export interface Palette {
	paper: string;
	/** Layered washes: warm and green ground tints. */
	washWarm: string;
	washGreen: string;
	washWet: string;
	/** A hill: body that hides what lies behind, three washes from foot to ridge, ridge line. */
	hillBody: string;
	hillFoot: string;
	hillSlope: string;
	hillCrown: string;
	ridge: string;
	/** Texture strokes and dots on slopes, tea rows. */
	texture: string;
	dab: string;
	tea: string;
	water: string;
	waterDeep: string;
	bank: string;
	rim: string;
	ripple: string;
	road: string;
	roadMinor: string;
	lane: string;
	field: string;
	fieldGreen: string;
	fieldGold: string;
	furrow: string;
	/** Landscape motifs: line, roof, wall, foliage. */
	motifLine: string;
	motifRoof: string;
	motifWall: string;
	motifLeaf: string;
	/** Everything a person reads or presses. */
	town: string;
	label: string;
	halo: string;
	jade: string;
	jadeDeep: string;
	onJade: string;
	ink: string;
	onInk: string;
	ochre: string;
	seal: string;
	focus: string;
}

const light: Palette = {
	paper: '#f7f3e9',
	washWarm: '#d9bf931c',
	washGreen: '#a9c0a01f',
	washWet: '#a8c4c01f',
	hillBody: '#f5f1e6',
	hillFoot: '#8fae9838',
	hillSlope: '#6d95843d',
	hillCrown: '#44716348',
	ridge: '#33483fbf',
	texture: '#3d574c66',
	dab: '#3d574c8c',
	tea: '#5c815fa6',
	water: '#d3e2de',
	waterDeep: '#bfd5d2',
	bank: '#4f7472a6',
	rim: '#6f959380',
	ripple: '#6f959359',
	road: '#b79f78c4',
	roadMinor: '#b79f788f',
	lane: '#b79f7873',
	field: '#b4c49a1c',
	fieldGreen: '#a9bb8433',
	fieldGold: '#d8c48a33',
	furrow: '#8a96663d',
	motifLine: '#3f4a44',
	motifRoof: '#4b544f',
	motifWall: '#fbf8f1',
	motifLeaf: '#55786a',
	town: '#3a4640',
	label: '#25302b',
	halo: '#f9f6ee',
	jade: '#2f6b5a',
	jadeDeep: '#1f4d40',
	onJade: '#fbf8f1',
	ink: '#2b3a42',
	onInk: '#fbf8f1',
	ochre: '#8a5426',
	seal: '#a8322a',
	focus: '#a8322a'
};

const dark: Palette = {
	paper: '#141b19',
	washWarm: '#8a73440a',
	washGreen: '#4f7a6214',
	washWet: '#3c6a6c14',
	hillBody: '#161e1b',
	hillFoot: '#6f9c871c',
	hillSlope: '#74a48f21',
	hillCrown: '#86b9a32b',
	ridge: '#b6d0c2a6',
	texture: '#a5c4b54d',
	dab: '#a5c4b580',
	tea: '#8fb58a80',
	water: '#1f3435',
	waterDeep: '#254041',
	bank: '#7fa8a680',
	rim: '#7fa8a64d',
	ripple: '#86b0ad47',
	road: '#a58d6494',
	roadMinor: '#a58d6463',
	lane: '#a58d644d',
	field: '#7d9a6a0d',
	fieldGreen: '#7d9a6a17',
	fieldGold: '#a8905417',
	furrow: '#a5ac7c29',
	motifLine: '#b9c7be',
	motifRoof: '#8fa097',
	motifWall: '#25302c',
	motifLeaf: '#6f9a86',
	town: '#cfd8d1',
	label: '#e9ede7',
	halo: '#131917',
	jade: '#8cc7ad',
	jadeDeep: '#b5e0cc',
	onJade: '#10201a',
	ink: '#bccbd3',
	onInk: '#141b19',
	ochre: '#dba76c',
	seal: '#e88b7d',
	focus: '#f0a79b'
};

const elder: Palette = {
	...light,
	paper: '#fbf8f0',
	hillBody: '#f9f5ea',
	hillFoot: '#86ad9433',
	hillSlope: '#5f937b42',
	hillCrown: '#36705a57',
	ridge: '#1f3a30d9',
	texture: '#2f4d4066',
	water: '#c3dedb',
	waterDeep: '#a5cdca',
	bank: '#24585ad9',
	rim: '#3f7a7a99',
	road: '#9a7840e0',
	roadMinor: '#9a7840a6',
	lane: '#9a784080',
	town: '#1c2722',
	label: '#0f1713',
	halo: '#ffffff',
	jade: '#1d5646',
	jadeDeep: '#123c30',
	onJade: '#ffffff',
	ink: '#1b2830',
	onInk: '#ffffff',
	ochre: '#6f3f14',
	seal: '#8f1f18',
	focus: '#8f1f18'
};

const elderDark: Palette = {
	...dark,
	paper: '#0d1211',
	hillBody: '#0f1513',
	hillFoot: '#7fb09a24',
	hillSlope: '#86bca42e',
	hillCrown: '#9ad2b93d',
	ridge: '#d3e8dcd1',
	water: '#1d3f41',
	waterDeep: '#24504f',
	bank: '#a9d4d1c4',
	rim: '#a9d4d180',
	road: '#cfae77b8',
	roadMinor: '#cfae7780',
	lane: '#cfae7761',
	town: '#eef3ee',
	label: '#ffffff',
	halo: '#060908',
	jade: '#a6e0c6',
	jadeDeep: '#c9f1de',
	onJade: '#07140f',
	ink: '#dbe6ec',
	onInk: '#0d1211',
	ochre: '#f0c08a',
	seal: '#ffa799',
	focus: '#ffb8ac'
};

export const PALETTES: Record<Look, Palette> = { light, dark, elder, 'elder-dark': elderDark };

/** The look of a theme with or without elder mode. */
export function lookOf(theme: Theme, elder: boolean): Look {
	if (!elder) return theme;
	return theme === 'dark' ? 'elder-dark' : 'elder';
}
