import type { Phase } from '../../domain/contests/dates';
import type { AiKind, Channel, ChainLevel, MaterialKind } from '../../domain/contests/plan';

const count = (n: number) => n.toLocaleString('zh-CN');

/** Words of the public pages of contests. */
export const contests = {
	title: '大赛',
	lead: '清廉题材的征集和评选：正在征集什么、怎样参加，历届有多少作品。',
	verify: '核验获奖证书',
	none: '还没有公布的大赛。',
	editions: '历届',
	editionsOf: (n: number) => `共 ${count(n)} 届`,
	current: '正在进行',
	seeCall: '看征集公告',
	enter: '我要参赛',
	phase: {
		before: '尚未开始',
		open: '正在征集',
		grace: '已截止，正在收尾',
		correction: '资格审查，可按退回意见更正',
		judging: '评审中',
		notice: '公示中',
		over: '已结束'
	} satisfies Record<Phase, string>,
	archived: '往届',
	opens: '开始征集',
	closes: '截止',
	closesAt: (when: string) => `${when}截止`,
	opensAt: (when: string) => `${when}开始征集`,
	closedAt: (when: string) => `已于${when}截止`,
	graceUntil: (when: string) => `截止时影片正在上传的，可以提交到${when}`,
	correctUntil: '更正截止',
	noticeFrom: '公示开始',
	noticeUntil: '公示结束',
	resultsAt: '公布结果',
	round: (title: string) => title,
	left: '距截止还有',
	leftToOpen: '距开始还有',
	days: '天',
	hours: '小时',
	minutes: '分',
	seconds: '秒',
	/** 读屏软件听到的剩余时间。 */
	leftSpoken: (d: number, h: number, m: number) => `${d} 天 ${h} 小时 ${m} 分`,
	serverClock: '以服务器时间为准（北京时间）',
	call: '征集公告',
	need: '参赛要准备什么',
	needLead: '每个类别要求不同。影片上传以前，浏览器会先检查一遍，不合要求的当场告诉您。',
	category: (title: string) => title,
	university: '高校组',
	channel: { person: '个人', unit: '单位推荐' } satisfies Record<Channel, string>,
	channels: '参赛方式',
	personAbout: (n: number | null) =>
		n === null ? '个人直接报名。' : `个人直接报名，每人最多 ${count(n)} 件。`,
	unitAbout: (chain: string, n: number | null) =>
		`${chain ? `单位作品由${chain}逐级推荐` : '单位直接报名'}${n === null ? '。' : `，每个单位最多 ${count(n)} 件。`}`,
	level: { town: '镇街', district: '区', city: '市' } satisfies Record<ChainLevel, string>,
	quota: (level: string, n: number) => `每个${level}最多推荐 ${count(n)} 件。`,
	limits: {
		length: '时长',
		size: '文件大小',
		container: '文件格式',
		codecs: '编码',
		resolution: '画面大小',
		ratio: '画面比例',
		rate: '帧率',
		subtitles: '字幕',
		sound: '声音'
	},
	lengthBetween: (from: string | null, to: string | null) =>
		from && to ? `${from}至 ${to}` : to ? `不超过 ${to}` : `不少于 ${from}`,
	minutesText: (m: number, s: number) =>
		[m ? `${m} 分钟` : '', s ? `${s} 秒` : ''].filter(Boolean).join(' ') || '0 秒',
	sizeMost: (size: string) => `不超过 ${size}`,
	sides: (short: number | null, long: number | null) =>
		[short && `短边不少于 ${short} 像素`, long && `长边不超过 ${long} 像素`]
			.filter(Boolean)
			.join('，'),
	rateBetween: (from: number | null, to: number | null) =>
		from && to ? `每秒 ${from}–${to} 帧` : to ? `每秒不超过 ${to} 帧` : `每秒不少于 ${from} 帧`,
	codecsText: (video: string, audio: string) => `视频 ${video}${audio ? `；声音 ${audio}` : ''}`,
	subtitle: {
		free: '不要求',
		file: '另交字幕文件（SRT、VTT）',
		'file-or-burned-in': '要有字幕，压在画面里或另交字幕文件'
	},
	soundNeeded: '要有声音',
	materials: '要交的材料',
	optional: '可以不交',
	material: {
		film: '影片',
		poster: '海报',
		stills: '剧照',
		script: '剧本',
		form: '盖章的报名表（PDF）',
		captions: '字幕文件',
		file: '附件'
	} satisfies Record<MaterialKind, string>,
	atMost: (n: number) => `最多 ${count(n)} 份`,
	checks: '作品怎样检查',
	checksLead: '上传前、上传后各检查一遍，结果您都看得到。',
	checkSteps: [
		[
			'上传以前',
			'浏览器读出影片的时长、画面大小、格式和编码，对照本类别的要求。不合要求的，当场说明改什么。影片不会离开您的电脑。'
		],
		[
			'上传当中',
			'线路断了可以接着传，换一台电脑登录也能接着传。每一段都核对，最后比对整个文件的指纹（SHA-256）。'
		],
		[
			'上传以后',
			'服务器检查影片是否完整，有没有黑场、无声，音量是否合适，是不是真的影片文件；还会找相同或相近的影片。'
		],
		['资格审查', '工作人员对照表格、材料和检查结果审查。要更正的会退回，写明原因和期限。']
	] as [string, string][],
	dates: '时间安排',
	notSet: '另行通知',
	statements: '参赛声明',
	statementsLead: '提交作品时要同意下面的声明。点开看全文。',
	requiredStatement: '必须同意',
	guardianStatement: '主创有不满 14 周岁的，由监护人同意',
	ai: '使用人工智能的，要如实申报',
	aiLead: '可以使用，要说明用在哪里。展映时会标明。',
	aiKind: {
		script: '写剧本',
		picture: '生成图片',
		video: '生成视频',
		voice: '合成声音',
		music: '生成音乐',
		face: '换脸、数字人',
		translation: '翻译字幕',
		other: '其他'
	} satisfies Record<AiKind, string>,
	downloads: '下载',
	calendar: '把时间安排加入日历（ICS）',
	form: '报名表（PDF，可先打印盖章）',
	changes: '时间有过调整',
	change: (when: string, why: string | null) => `${when}调整${why ? `，原因：${why}` : ''}`,
	changed: (what: string, from: string, to: string) => `${what}由${from}改为${to}`,
	showing: {
		never: '作品只供评审，不对外播放。',
		'per-entry': '作品默认只供评审。结果公布以后，作者同意、并经主办单位同意的，才会对外展映。'
	},
	archive: '历届回顾',
	chartTitle: '历届征集作品数',
	edition: '届次',
	entries: '征集作品（件）',
	unknown: '未查到',
	asTable: '看数字表',
	figures: '公布的数字',
	parts: '本页内容',
	source: '来源',
	winners: '获奖名单',
	stand: { notice: '查看公示', results: '查看获奖结果' },
	winnersUnknown: '没有查到公开的获奖名单。查到以后会补上，并写明来源。',
	noPlan: '这一届只收录了公开的数字。',
	calendarName: (contest: string, edition: string) => `${contest}${edition}`,
	calendarEvent: (contest: string, what: string) => `${contest}：${what}`
};
