import type { PlaceInput } from '$lib/domain/place';
import type { SeedTown } from './shapes';

/** Radius in metres within which a town's lettering stands for the town; see docs/decisions/0004. */
const LETTERING_ACCURACY = 3000;

const street = (
	slug: string,
	code: string,
	zh: string,
	en: string,
	label: [number, number]
): SeedTown => ({
	slug,
	code,
	name: { zh: `${zh}街道`, en: `${en} Subdistrict` },
	form: 'street',
	label,
	own: true
});

const town = (
	slug: string,
	code: string,
	zh: string,
	en: string,
	label: [number, number]
): SeedTown => ({
	slug,
	code,
	name: { zh: `${zh}镇`, en: `${en} Town` },
	form: 'town',
	label,
	own: true
});

const elsewhere = (
	slug: string,
	form: 'town' | 'area',
	zh: string,
	en: string,
	code: string | null
): SeedTown => ({
	slug,
	code,
	name: { zh, en },
	form,
	label: null,
	own: false
});

/** The twelve divisions of Yuhang in the order of their codes, then the few others places lie in. */
export const towns: SeedTown[] = [
	street('wuchang', '330110005', '五常', 'Wuchang', [120.05, 30.25]),
	street('renhe', '330110009', '仁和', 'Renhe', [120.09, 30.44]),
	street('liangzhu', '330110010', '良渚', 'Liangzhu', [120.04, 30.37]),
	street('xianlin', '330110011', '闲林', 'Xianlin', [119.99, 30.23]),
	street('cangqian', '330110012', '仓前', 'Cangqian', [120.0, 30.29]),
	street('yuhang', '330110013', '余杭', 'Yuhang', [119.94, 30.28]),
	street('zhongtai', '330110014', '中泰', 'Zhongtai', [119.91, 30.24]),
	town('jingshan', '330110109', '径山', 'Jingshan', [119.86, 30.37]),
	town('pingyao', '330110110', '瓶窑', 'Pingyao', [119.97, 30.39]),
	town('luniao', '330110111', '鸬鸟', 'Luniao', [119.75, 30.45]),
	town('baizhang', '330110112', '百丈', 'Baizhang', [119.7, 30.5]),
	town('huanghu', '330110113', '黄湖', 'Huanghu', [119.83, 30.45]),
	elsewhere(
		'qingshi',
		'town',
		'青石镇（衢州市常山县）',
		'Qingshi Town (Changshan County, Quzhou)',
		'330822109'
	),
	elsewhere('kecheng', 'area', '柯城区（衢州市）', 'Kecheng District (Quzhou)', null),
	elsewhere('fengze', 'area', '丰泽区（泉州市）', 'Fengze District (Quanzhou)', null),
	elsewhere('hangzhou', 'area', '杭州市（市级）', 'Hangzhou (city level)', null)
];

type PositionFields = Pick<
	PlaceInput,
	'lon' | 'lat' | 'precision' | 'sourceDatum' | 'accuracy' | 'positionVerified'
>;

/** No position: the place is listed and never drawn. */
export const undrawn: PositionFields = { precision: 'unknown' };

/** The lettering of a town as position of a place of which only the town is known. */
export function lettered(slug: string): PositionFields {
	const label = towns.find((one) => one.slug === slug)?.label;
	if (!label) return undrawn;
	return {
		lon: label[0],
		lat: label[1],
		precision: 'town',
		sourceDatum: 'wgs84',
		accuracy: LETTERING_ACCURACY,
		positionVerified: false
	};
}
