import { datums, type Datum } from '../datum';
import {
	accessFacts,
	categories,
	kinds,
	levels,
	precisions,
	type AccessFact,
	type Category,
	type Kind,
	type Level,
	type Precision
} from '../place';
import { fold } from './clean';

/** The words a value may be written in, the first Chinese one being the one reports suggest. */
const words = {
	kind: {
		site: ['阵地', '廉洁文化阵地', '文化阵地', '廉洁阵地', 'culturesite'],
		unit: [
			'清廉单元',
			'单元',
			'清廉示范点',
			'示范点',
			'示范单位',
			'清廉示范单位',
			'demonstrationunit',
			'integrityunit'
		],
		venue: ['场馆', '场地'],
		service: ['服务点', '服务窗口', '窗口', '联络站', 'servicepoint']
	} satisfies Record<Kind, string[]>,
	category: {
		office: ['机关', '清廉机关', '党政机关', 'government office'],
		'state-enterprise': ['国企', '国有企业', '清廉国企', 'state-owned enterprise'],
		'private-enterprise': ['民企', '民营企业', '清廉民企'],
		village: ['村居', '清廉村居', '村社', '村', '社区', 'village or community'],
		school: ['学校', '清廉学校'],
		hospital: ['医院', '清廉医院'],
		transport: ['交通', '清廉交通'],
		culture: ['文化', '清廉文化']
	} satisfies Record<Category, string[]>,
	level: {
		national: ['国家级', '国家'],
		province: ['省级', '省', 'provincial'],
		city: ['市级', '市', 'municipal'],
		district: ['区级', '区', '区县级', '县级', 'county'],
		town: ['镇街级', '镇街', '镇级', '街道级', '乡镇级']
	} satisfies Record<Level, string[]>,
	precision: {
		exact: ['精确', '准确', '精确位置', 'exact position'],
		village: ['村级', '村', '村社', '村居', '村级位置', 'position of the village'],
		town: [
			'镇街级',
			'镇街',
			'镇级',
			'乡镇',
			'乡镇级',
			'街道',
			'镇街级',
			'镇街级位置',
			'position of the town'
		],
		district: ['区级', '区', '区县', '区县级', '区级位置', 'position of the district'],
		unknown: ['未知', '不详', '不明', '位置未知', 'position unknown']
	} satisfies Record<Precision, string[]>,
	datum: {
		wgs84: [
			'wgs',
			'gps',
			'cgcs2000',
			'国家2000',
			'2000国家大地坐标系',
			'epsg4326',
			'epsg4490',
			'天地图'
		],
		gcj02: ['gcj', '高德', '腾讯', '火星', '火星坐标', '火星坐标系', '国测局'],
		bd09: ['bd', '百度', 'bd09ll', '百度坐标', '百度坐标系']
	} satisfies Record<Datum, string[]>,
	access: {
		'step-free': ['无台阶', '无台阶入口', '无障碍通道', '坡道', '平坡出入', 'step-free entrance'],
		toilet: ['accessible toilet', '无障碍厕所', '无障碍卫生间', '卫生间', '厕所'],
		parking: ['停车', '停车位', '无障碍停车位', 'accessible parking'],
		lift: ['电梯', 'elevator'],
		'hearing-loop': ['助听', '助听环路'],
		'guide-dogs': ['导盲犬', '可带导盲犬', '导盲犬可入内', 'guide dogs welcome'],
		seating: ['座椅', '休息座椅', 'seats to rest'],
		'large-print': ['大字', '大字版', '大字资料', 'large-print material']
	} satisfies Record<AccessFact, string[]>
};

function index<T extends string>(values: readonly T[], names: Record<T, string[]>): Map<string, T> {
	return new Map(
		values.flatMap((value) => [value, ...names[value]].map((name) => [fold(name), value] as const))
	);
}
const maps = {
	kind: index(kinds, words.kind),
	category: index(categories, words.category),
	level: index(levels, words.level),
	precision: index(precisions, words.precision),
	datum: index(datums, words.datum),
	access: index(accessFacts, words.access)
};

export const kindOf = (text: string): Kind | null => maps.kind.get(fold(text)) ?? null;
export const categoryOf = (text: string): Category | null => maps.category.get(fold(text)) ?? null;
export const levelOf = (text: string): Level | null => maps.level.get(fold(text)) ?? null;
export const precisionOf = (text: string): Precision | null =>
	maps.precision.get(fold(text)) ?? null;
export const datumOf = (text: string): Datum | null => maps.datum.get(fold(text)) ?? null;

/** `电梯` → lift is there; `没有电梯`, `no lift` → it is not; null for a fact nobody knows. */
export function accessOf(text: string): [AccessFact, boolean] | null {
	const whole = maps.access.get(fold(text));
	if (whole) return [whole, true];
	const denied = /^(?:没有|无|no )(.+)$/i.exec(text.trim());
	const fact = denied ? maps.access.get(fold(denied[1]!)) : undefined;
	return fact ? [fact, false] : null;
}

/** 是/否 in the usual spellings; null when it is neither. */
export function yesOf(text: string): boolean | null {
	const word = fold(text);
	if (['是', '有', '已核实', '√', '✓', 'yes', 'y', 'true', '1'].includes(word)) return true;
	return ['否', '无', '未核实', '待核实', '×', 'no', 'n', 'false', '0'].includes(word)
		? false
		: null;
}

/** The values a column accepts, as a report lists them: `阵地/site、…`. */
export function accepted(field: keyof typeof words): string {
	const named: Record<string, string[]> = words[field];
	return Object.entries(named)
		.map(
			([value, names]) =>
				`${names.find((name) => /\p{Script=Han}/u.test(name)) ?? names[0]!}/${value}`
		)
		.join('、');
}

/** A town as the data base knows it. */
export interface Town {
	slug: string;
	nameZh: string;
	nameEn: string | null;
}

/**
 * Finds the town a cell means: slug, `瓶窑`, `瓶窑镇`, `余杭区瓶窑镇`, `Pingyao Town`. A short name
 * two towns share is not decided; returns null then.
 */
export function townFinder(towns: readonly Town[]): (text: string) => string | null {
	const exact = new Map<string, Set<string>>();
	const add = (name: string, slug: string) => {
		const key = fold(name);
		if (key) exact.set(key, (exact.get(key) ?? new Set()).add(slug));
	};
	for (const { slug, nameZh, nameEn } of towns) {
		for (const name of new Set([slug, nameZh, nameZh.replace(/(?:街道|镇|乡)$/, '')]))
			add(name, slug);
		if (!nameEn) continue;
		add(nameEn, slug);
		add(nameEn.replace(/\s+(?:town|sub-?district|street|township)$/i, ''), slug);
	}
	const only = (found: Set<string> | undefined) => (found?.size === 1 ? [...found][0]! : null);
	return (text) => {
		const word = fold(text);
		if (exact.has(word)) return only(exact.get(word));
		return only(new Set(towns.filter((t) => word.endsWith(fold(t.nameZh))).map((t) => t.slug)));
	};
}
