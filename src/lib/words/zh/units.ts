import type { Category } from '../../domain/place';

/** The page of the units; loaded with it alone. */
export const units = {
	title: '清廉单元',
	lead: '省、市两级清廉单元按所在领域分八类。点开一类，看收录了哪些。',
	declared: (n: number) => `公布 ${n} 个`,
	recorded: (n: number) => `已收录 ${n} 个`,
	elsewhere: (n: number) => `另有区外参考 ${n} 个，不计入余杭。`,
	honest: '公布的是总数，没有公布名单。本站只收录能查到名称和出处的，查到一个，补上一个。',
	categories: '八类单元',
	count: (n: number) => (n ? `${n} 处` : '尚未收录'),
	about: {
		office: '党政机关，把办事的过程放到明处。',
		'state-enterprise': '国有企业，管好公家的账目和采购。',
		'private-enterprise': '民营企业，守规矩做生意。',
		village: '村和社区，账目、工程、补助都在居民眼前。',
		school: '学校，从课堂到食堂都讲规矩。',
		hospital: '医院，诊疗、用药、采购清清楚楚。',
		transport: '交通行业，工程和执法公开透明。',
		culture: '文化单位，用展陈和演出讲清廉故事。'
	} satisfies Record<Category, string>
};
