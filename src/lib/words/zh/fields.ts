import type { Noun } from '../../domain/studio/noun';
import { happenings } from './happenings';
import { nouns } from './nouns';

/** The name of a field, and what helps to fill it in. */
export interface Label {
	label: string;
	hint?: string;
}

/** Names of fields and of their options, by noun; `domain/studio/nouns` says which there are. */
export type FieldWords = Record<Noun, Record<string, Label>>;
export type OptionWords = Partial<Record<Noun, Record<string, Record<string, string>>>>;

const slug = {
	label: '网址标识',
	hint: '小写字母、数字和连字符，例如 liangzhu-hall。发布后尽量不改。'
};
const summary = { label: '简介', hint: '一两句话，列表和分享时显示。' };
const sources = { label: '来源', hint: '每一条内容都要有出处；可选多个。' };

export const fields = {
	places: {
		name: { label: '名称' },
		slug,
		kind: { label: '类型' },
		category: { label: '单元类别', hint: '只有清廉单元需要选择。' },
		level: { label: '级别' },
		summary,
		story: { label: '故事', hint: '分段书写，空一行另起一段。' },
		tags: { label: '标签', hint: '最多 12 个。' },
		town: { label: '所在镇街' },
		position: { label: '位置', hint: '在地图上点选、搜索，或粘贴坐标。没有可靠出处的，请留空。' },
		address: { label: '地址' },
		transport: { label: '交通' },
		phone: { label: '联系电话', hint: '只填单位对外公布的电话，不填个人号码。' },
		week: { label: '每周开放时间', hint: '没有公布的，请留空。' },
		days: { label: '例外日期', hint: '节假日或临时调整，以此为准。' },
		access: { label: '无障碍', hint: '有、没有、未公布，三选一。' },
		media: { label: '图片和录音', hint: '每张图片都要写替代文字。' },
		sources
	},
	trails: {
		name: { label: '名称' },
		slug,
		theme: { label: '主题' },
		corridor: { label: '所属走廊' },
		summary,
		story: { label: '故事', hint: '分段书写，空一行另起一段。' },
		demonstration: { label: '演示线路', hint: '由真实地点组成、但不是官方发布的线路。' },
		stops: { label: '站点', hint: '按行走顺序排列；站点引用地点，不复制内容。' },
		line: { label: '路线', hint: '在地图上画线，会自动靠近站点。' },
		mode: { label: '出行方式' },
		length: { label: '长度' },
		minutes: { label: '用时' },
		declaredStops: { label: '公布站数', hint: '官方公布的总站数，与已收录的分开显示。' },
		sources
	},
	series: {
		title: { label: '名称' },
		slug,
		kind: { label: '性质' },
		theme: { label: '主题' },
		summary,
		town: { label: '主办镇街', hint: '全区性的，请留空。' },
		demonstration: { label: '演示内容', hint: '用来展示功能、不是真实举办的活动。' },
		opensOn: { label: '开始日期', hint: '没有公布的，请留空。' },
		closesOn: { label: '结束日期' },
		declaredDays: { label: '公布天数', hint: '官方公布的总天数，与日期分开显示。' },
		chapters: { label: '篇章', hint: '按顺序排列；活动在自己的表单里选择属于哪一篇。' },
		body: { label: '介绍' },
		recap: { label: '回顾', hint: '结束以后写；没有就留空。' },
		album: { label: '图片', hint: '第一张用作封面；每张都要写替代文字。' },
		sources
	},
	events: {
		title: { label: '名称' },
		slug,
		type: { label: '类型' },
		summary,
		series: { label: '所属系列' },
		chapter: { label: '所属篇章', hint: '填系列里那一篇的网址标识。' },
		demonstration: { label: '演示内容', hint: '用来展示功能、不是真实举办的活动。' },
		when: { label: '时间', hint: '只知道日期、或只知道在哪几天之间的，如实选择。' },
		place: { label: '地点', hint: '活动场地就是一个地点；不属于您的场地，会请对方确认。' },
		venueNote: { label: '具体位置', hint: '几号厅、在哪里集合。' },
		town: { label: '镇街', hint: '不填就随地点。' },
		programme: { label: '日程', hint: '没有公布时间的，时间留空。' },
		audiences: { label: '面向', hint: '都不选表示不限。' },
		languages: { label: '语言' },
		access: { label: '无障碍', hint: '有、没有、未公布，三选一。' },
		price: { label: '票价', hint: '免费填 0 或留空。' },
		host: { label: '主办单位' },
		organizer: { label: '承办单位' },
		phone: { label: '联系电话', hint: '只填单位对外公布的电话，不填个人号码。' },
		body: { label: '介绍' },
		album: { label: '图片', hint: '第一张用作封面；每张都要写替代文字。' },
		recap: { label: '回顾', hint: '活动结束以后写。' },
		attendance: { label: '公布人次', hint: '对外公布的参加人次；签到数另行统计。' },
		article: { label: '相关报道' },
		sources
	},
	honours: {
		title: { label: '荣誉名称' },
		place: { label: '获得荣誉的地点' },
		form: { label: '性质' },
		level: { label: '级别' },
		issuer: { label: '颁发机关' },
		issuerRank: { label: '机关层级', hint: '命名只能由省级机关、市县党委和政府作出。' },
		documentNumber: { label: '文号' },
		date: { label: '日期', hint: '可以只写年，或年和月。' },
		validUntil: { label: '有效期至' },
		source: { label: '来源' }
	},
	articles: {
		title: { label: '标题' },
		slug,
		kind: { label: '栏目' },
		originalTitle: { label: '原标题', hint: '转载时改过标题的，写上原来的。' },
		summary,
		body: { label: '正文' },
		place: { label: '相关地点' },
		source: { label: '来源' },
		sourceName: { label: '来源名称', hint: '来源库里没有的，写在这里。' },
		sourceUrl: { label: '来源链接', hint: '以 https:// 开头的完整网址。' },
		author: { label: '作者', hint: '单位或署名；不写与报道无关的个人信息。' },
		repost: { label: '转载' },
		pinned: { label: '置顶' }
	},
	documents: {
		title: { label: '标题' },
		slug,
		number: { label: '文号' },
		issuer: { label: '发文机关' },
		date: { label: '成文日期' },
		validity: { label: '效力' },
		validFrom: { label: '施行日期' },
		validUntil: { label: '有效期至' },
		summary,
		body: { label: '正文' },
		file: { label: '文件', hint: 'PDF；其中的文字可以被搜索到。' },
		source: { label: '来源' }
	},
	pages: {
		title: { label: '标题' },
		slug,
		summary,
		body: { label: '正文' }
	},
	bases: {
		name: { label: '名称' },
		slug,
		kind: { label: '底图种类' },
		config: { label: '绘制方式' },
		minZoom: { label: '最小缩放级别' },
		maxZoom: { label: '最大缩放级别' },
		position: { label: '排列次序', hint: '数字小的排在前面。' },
		declaresBoundaries: { label: '画有行政区划界线', hint: '勾选后必须填写审图号才能发布。' },
		approvalNumber: { label: '审图号', hint: '例如 GS(2024)0650号、浙S(2023)12号。' },
		attribution: { label: '图源署名' },
		notice: { label: '图上说明', hint: '例如：示意图·非测绘成果。' }
	}
} satisfies FieldWords;

/** Headings of the forms. */
export const groups = {
	what: '基本信息',
	where: '位置',
	visit: '参观',
	look: '图片',
	way: '路线',
	text: '正文',
	map: '绘制',
	proof: '出处与依据',
	time: '时间与地点',
	whom: '对象与承办',
	after: '活动之后'
};

const { kind, category, level, access, mode } = nouns;

/** Names of the values of fields that offer a choice. */
export const options = {
	places: { kind, category, level, access },
	trails: { mode },
	series: { kind: happenings.seriesKind },
	events: {
		type: happenings.type,
		audiences: happenings.audience,
		languages: happenings.language,
		access,
		'when.precision': happenings.precision,
		'when.days': happenings.days
	},
	honours: {
		form: { honour: '荣誉', naming: '命名' },
		level,
		issuerRank: {
			province: '省级',
			city: '市级',
			county: '县（区）级',
			town: '镇街级',
			department: '部门'
		}
	},
	articles: {
		kind: { news: '动态', story: '故事', notice: '公告', study: '学习', site: '本站' }
	},
	documents: {
		validity: { 'in-force': '现行有效', amended: '已修改', repealed: '已废止', unknown: '未注明' }
	},
	bases: {
		kind: { illustrated: '示意图', painting: '手绘图', approved: '审定地图', live: '在线底图' }
	}
} satisfies OptionWords;

/** Units written behind numbers. */
export const units = { m: '米', min: '分钟', yuan: '元' };
