import type { Datum } from '../../domain/datum';
import type { Precision } from '../../domain/place';
import type { Noun } from '../../domain/studio/noun';

type Detail = Record<string, string | number>;

/** Words of the form in which everything under review is written; long because it is one table. */
export const form = {
	noun: {
		places: '地点',
		trails: '廉路',
		series: '系列活动',
		events: '活动',
		honours: '荣誉',
		articles: '文章',
		documents: '文件',
		pages: '页面',
		bases: '底图'
	} satisfies Record<Noun, string>,
	createTitle: (noun: string) => `新建${noun}`,
	editTitle: (title: string) => `编辑“${title}”`,
	untitled: '（还没有名称）',
	contents: '目录',
	/** Between names in a list. */
	and: '、',
	problems: (count: number) => `${count} 处需要改正`,
	required: '必填',
	changed: '已改动',
	tongue: { zh: '中文', en: '英文' } as Record<string, string>,
	count: (length: number, max: number) => `${length} / ${max}`,
	left: (over: number) => `超出 ${over} 个字`,
	none: '未填写',
	choose: '请选择',
	notStated: '未公布',
	yes: '有',
	no: '没有',
	onOff: { on: '是', off: '否' },

	save: '保存',
	saveNew: '保存为草稿',
	saving: '正在保存……',
	saveFailed: '没有保存：网络不通，或登录已经过期。您写的内容都还在，请在新窗口登录后再保存一次。',
	undo: '撤销',
	redo: '重做',
	eventDesk: '日期、报名和通知',
	history: '版本',
	keys: 'Ctrl+S 保存，Ctrl+Z 撤销，Ctrl+Shift+Z 重做',
	saved: (number: number) => `已保存，这是第 ${number} 版。`,
	same: '内容没有变化，没有产生新的版本。',
	created: '已保存为草稿。要让公众看到，请在右侧送审。',
	restored: (number: number) =>
		number ? `已恢复第 ${number} 版的内容，成为新的草稿。` : '已恢复最初的内容，成为新的草稿。',
	taken: (fields: string) => `别人刚刚改过的内容已经合并进来：${fields}。`,
	version: (number: number) => (number ? `第 ${number} 版` : '尚无版本'),

	auto: {
		typing: '有改动未保存',
		saving: '正在暂存……',
		saved: (time: string) => `已暂存 ${time}`,
		failed: '暂存失败，稍后再试。请先不要关闭这一页。',
		clean: '没有未保存的改动',
		found: (time: string) => `您 ${time} 在这里写过内容，还没有保存。`,
		foundOld: (version: number) =>
			`那是在第 ${version} 版上写的；之后有人保存过新的版本，保存时会自动合并。`,
		carryOn: '继续写',
		discard: '丢弃',
		shown: '下面是您上次没有保存的内容。',
		leave: '有改动还没有暂存。确定要离开吗？'
	},
	present: {
		here: (names: string) => `${names} 也打开了这一页。`,
		typing: (names: string) => `${names} 正在修改同一内容。保存时会逐项合并，谁的都不会丢。`,
		newer: (number: number) => `有人刚刚保存了第 ${number} 版。您保存时会自动合并。`,
		see: '看改了什么'
	},
	closed: {
		'in-review': '正在审核，内容不能修改。需要改动时，请先撤回或等待退回。',
		'in-trash': '这一条在回收站里，内容不能修改。',
		'not-yours': '您可以查看，但不能修改这一条。'
	} as Record<string, string>,

	problem: (count: number) => `没有保存：有 ${count} 处需要改正。您写的内容都还在。`,
	conflict: {
		title: '同一处有两种写法',
		lead: (name: string, number: number) =>
			`您编辑期间，${name}保存了第 ${number} 版，下面几项与您写的不同。请逐项选择，再保存一次。您写的内容都还在。`,
		somebody: '另一位编辑',
		mine: '用我写的',
		theirs: '用对方写的',
		both: '我来改：在下方表单里修改后保存',
		minePart: '我写的',
		theirsPart: '对方写的',
		empty: '（空）'
	},

	preview: {
		title: '预览',
		open: '预览',
		close: '关闭预览',
		tab: '在新窗口打开',
		mode: { normal: '电脑', elder: '长者版', phone: '手机' },
		modeLabel: '预览方式',
		frame: '公众将看到的页面',
		note: '预览的是您正在写的内容，只有您能看到。',
		refresh: '刷新',
		notYet: '还不能预览',
		notYetLead: '补全下面几项之后，就能看到页面的样子。',
		none: '这一类没有自己的公开页面，不能预览。',
		back: '回到表单'
	},

	map: {
		point: '在地图上标位置',
		path: '在地图上画路线',
		painting: '在地图上对准四角',
		drawing: '在地图上画底图',
		close: '收起地图',
		failed: '地图没有打开，请直接填写下面的内容。'
	},
	position: {
		at: '坐标',
		atHint: '经度、纬度，次序不限：119.98, 30.37 或 30°22′12″N 119°58′48″E',
		given: '坐标取自',
		datum: {
			wgs84: 'WGS-84 / CGCS2000（天地图、GPS）',
			gcj02: 'GCJ-02（高德、腾讯）',
			bd09: 'BD-09（百度）'
		} satisfies Record<Datum, string>,
		precision: '精确到',
		precisions: {
			exact: '门口或具体地点',
			village: '村（社区）',
			town: '镇街',
			district: '区',
			unknown: '不知道'
		} satisfies Record<Precision, string>,
		accuracy: '误差（米）',
		verified: '已到现场或按原始资料核实',
		verifiedShort: '已核实',
		unverified: '待核实'
	},
	week: {
		hint: '例如 9-17、09:00-11:30, 13:30-17:00、全天；空着就是不开放。',
		copyWeekdays: '周一照抄到周五',
		copyAll: '周一照抄到每天',
		clear: '清空',
		sentence: '整句填写',
		sentenceHint: '例如：周一至周五 09:00-17:00；周六 09:00-12:00',
		fill: '填入',
		unreadable: '这句话没有读懂，请逐日填写。',
		closed: '不开放'
	},
	days: {
		day: '日期',
		hours: '时间（空着表示全天不开放）',
		zh: '原因',
		en: '原因（英文）',
		add: '再加一天'
	},
	rows: {
		add: '再加一行',
		remove: (name: string) => `去掉${name}`,
		up: (name: string) => `${name}上移`,
		down: (name: string) => `${name}下移`,
		order: '次序',
		nth: (n: number) => `第 ${n} 项`
	},
	stops: {
		place: '地点',
		zh: '这一站的说明',
		en: '说明（英文）',
		add: '加一站',
		nth: (n: number) => `第 ${n} 站`
	},
	when: {
		precision: '时间知道到',
		from: '开始',
		to: '结束',
		fromDay: '第一天',
		toDay: '最后一天',
		repeat: '重复',
		repeats: {
			'': '不重复',
			daily: '每天',
			weekly: '每周',
			monthly: '每月',
			yearly: '每年',
			rule: '按 RRULE 规则'
		},
		every: '每隔几天（周、月、年）一次',
		weekdays: '在周几',
		nth: '每月的哪一天',
		nths: {
			'': '同一日期',
			'1': '第一个同样的星期几',
			'2': '第二个同样的星期几',
			'3': '第三个同样的星期几',
			'4': '第四个同样的星期几',
			'-1': '最后一个同样的星期几'
		},
		count: '一共几次',
		until: '或者到哪一天为止',
		rule: 'RRULE 规则（RFC 5545）',
		days: '遇到调休和节假日',
		except: '不办的日期',
		exceptHint: '用空格隔开，例如 2026-10-01 2026-10-02',
		more: '另外的日期',
		add: '再加一个日期',
		nthDate: (n: number) => `另加第 ${n} 个日期`
	},
	records: {
		title: '名称',
		'title.en': '名称（英文）',
		slug: '网址标识',
		day: '日期',
		summary: '简介',
		'summary.en': '简介（英文）',
		at: '时间',
		who: '主讲或演出单位'
	} as Record<string, string>,
	gallery: {
		asset: '素材库编号',
		zh: '替代文字：图里有什么',
		en: '替代文字（英文）',
		add: '加一张',
		nth: (n: number) => `第 ${n} 张`,
		library: '打开素材库'
	},
	path: { hint: 'GeoJSON 坐标，或每行一个“经度, 纬度”。' },
	rich: {
		hint: '空一行另起一段；“## ”开头是小标题，“- ”开头是列表，**加粗**，[文字](网址)。'
	},
	tags: { add: '加一个标签', hint: '写完按回车' },
	combo: {
		placeholder: '输入名称、拼音或首字母',
		noScript: '填写完整名称或网址标识',
		searching: '正在查找……',
		nothing: '没有找到',
		found: (count: number) => `找到 ${count} 个，用上下方向键选择`,
		clear: '清除所选',
		chosen: '已选'
	},
	base: {
		source: '来源',
		sources: {
			drawing: '本站绘制的图',
			picture: '图片（四角定位）',
			pmtiles: 'PMTiles 文件',
			tianditu: '天地图',
			xyz: '瓦片服务'
		} as Record<string, string>,
		url: '地址',
		tileSize: '瓦片大小',
		layers: '图层',
		key: '密钥',
		picture: '图片',
		pictureHint: '填了素材库编号，就不用填地址；两样都填时，以编号为准。',
		ground: '画在哪张底上',
		grounds: {
			'/base/yuhang.json': '本站的手绘余杭',
			'/base/paper.json': '一张白纸'
		} as Record<string, string>,
		corner: ['左上角', '右上角', '右下角', '左下角']
	},
	slug: { propose: '按名称生成' },

	refusal: {
		required: () => '请填写这一项。',
		blank: () => '请填写正文。',
		'too-long': ({ max, length }: Detail) => `太长了：最多 ${max} 个字，现有 ${length} 个。`,
		'too-short': ({ min }: Detail) => `太短了：至少 ${min} 个字符。`,
		'too-many': ({ max, length }: Detail) => `太多了：最多 ${max} 个，现有 ${length} 个。`,
		'too-few': ({ min }: Detail) => `太少了：至少 ${min} 个。`,
		'too-large': ({ max }: Detail) => `太大了：最大 ${max}。`,
		'too-small': ({ min }: Detail) => `太小了：最小 ${min}。`,
		'not-a-number': () => '请写数字。',
		'not-whole': () => '请写整数。',
		'not-a-day': () => '日期没有读懂，或者没有这一天。请写成 2026-11-22。',
		'not-a-slug': () => '只能用小写字母、数字和连字符，例如 liangzhu-hall。',
		'not-a-choice': () => '请从列出的选项里选。',
		'not-a-line': () => '路线没有读懂：至少两个点，写成 GeoJSON 坐标或每行一个“经度, 纬度”。',
		'not-a-base': () => '绘制方式没有填全。',
		'not-readable': () => '这里的内容没有读懂，请检查格式。',
		'unknown-field': () => '提交的内容里有这里没有的项目，没有保存。',
		taken: () => '这个网址标识已经有人用了，请换一个。',
		fixed: () => '网址标识已经被引用，不能再改。',
		'no-such': ({ slug }: Detail) => `没有找到“${slug}”。`,
		'outside-your-scope': () => '这个地点不在您负责的范围内。',
		'not-yours': () => '您没有修改这一条的权限。',
		'in-review': () => '正在审核，没有保存。请先撤回，或等待退回。',
		'in-trash': () => '这一条在回收站里，没有保存。',
		'no-such-version': () => '您打开的那个版本已经不在了，请重新打开这一页再改。',
		'changed-meanwhile': () => '有人刚刚保存了新的版本，请先看看再决定是否恢复。',
		'ends-before-start': () => '结束要晚于开始。',
		'never-ends': () => '重复没有尽头：请写明一共几次，或到哪一天为止。',
		'too-many-dates': ({ max }: Detail) => `日期太多了：一个活动最多 ${max} 次。`,
		'rule-too-far': ({ years }: Detail) => `重复得太远了：最多到 ${years} 年以后。`,
		'no-such-rule': () => '重复规则没有读懂，例如 FREQ=WEEKLY;BYDAY=SA;COUNT=8。',
		'no-dates': () => '这样一来一个日期也没有了，请检查重复、工作日和不办的日期。',
		'not-for-days': () => '只知道在哪几天之间的活动不能重复。',
		'no-such-day': ({ day }: Detail) =>
			day ? `没有“${day}”这一天。` : '没有这一天，请写成 2026-11-22。',
		'no-such-moment': () => '时间没有读懂，或者没有这一天。请写成 2026-11-22 14:30。',
		'too-long-time': ({ days }: Detail) => `一次活动最多 ${days} 天；更长的请用系列活动。`,
		'signed-up': ({ day, count }: Detail) =>
			`${day} 已有 ${count} 份报名。要改掉这一天，请先在活动的“场次”里取消或延期，报名的人会收到通知。`,
		'category-only-for-units': () => '只有清廉单元才有类别；请把类型改成清廉单元，或清空类别。',
		'closes-before-opens': () => '结束时间要晚于开始时间。',
		'hours-overlap': () => '同一天的时间重叠了。',
		'hours-grammar': () => '时间没有读懂，请写成 09:00-17:00。',
		'half-hours': () => '开始和结束时间要一起写。',
		'not-degrees': () => '坐标没有读懂，请写成 119.98, 30.37。',
		'out-of-range': () => '坐标超出了经纬度的范围。',
		swapped: () => '经度和纬度像是写反了。',
		projected: () => '这像是投影坐标，请换成经纬度。',
		'null-island': () => '坐标是 0, 0，不像真实位置。',
		'precision-missing': () => '请选择位置精确到哪一级。',
		'zoom-upside-down': () => '最大缩放级别不能小于最小缩放级别。',
		'zooms-inverted': () => '最大缩放级别不能小于最小缩放级别。',
		'boundaries-need-approval': () => '画有行政区划界线的地图必须填写审图号。',
		'approved-needs-approval': () => '审定地图必须填写审图号。',
		'approval-malformed': () => '审图号的写法不对，例如 GS(2024)0650号。',
		'source-unfit-for-kind': () => '这种底图不能用这个来源。',
		'tianditu-layer-unknown': () => '没有这个天地图图层。',
		'corners-crossed': () => '四个角的次序不对：左上、右上、右下、左下。',
		'corners-outside-world': () => '四个角超出了经纬度的范围。',
		'picture-undrawable': () =>
			'这个图片地图画不出来：SVG、TIFF、PDF、动图和损坏的文件都不行。请换成 JPG、PNG、WebP 或 AVIF。',
		'picture-missing': () => '没有找到这个图片文件。请从素材库里选，或者先把图片传到素材库。',
		'template-incomplete': () => '地址里要有 {z}、{x}、{y}。',
		'rich-deep': () => '正文的列表套得太深了。',
		'rich-large': () => '正文太长了，请分成几篇。'
	} as Record<string, (detail: Detail) => string>,
	wrong: '这里有问题，没有保存。',

	units: {
		metres: (metres: number) =>
			metres < 1000
				? `${metres < 10 ? Number(metres.toFixed(1)) : Math.round(metres)} 米`
				: `${Number((metres / 1000).toFixed(2))} 公里`,
		points: (count: number) => `${count} 个点`
	}
};
