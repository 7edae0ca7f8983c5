import type { AssetForm, Consent, Licence } from '../../domain/media/asset';
import type { Shelf, Sort, View } from '../../domain/media/ask';
import type { Fault } from '../../domain/media/kinds';
import type { UseFault } from '../../domain/media/use';

const form: Record<AssetForm, string> = {
	photo: '图片',
	panorama: '全景图',
	audio: '录音',
	document: '文件'
};

/** 为什么不收：一句话说清原因和办法。 */
const fault: Record<Fault, string> = {
	empty: '文件是空的，请重新选择。',
	'too-large': '文件超过 40 MB。请压缩后再传。',
	unknown:
		'不支持这种格式。请使用 JPEG、PNG、WebP、AVIF、HEIC 图片，MP3、M4A、OGG 录音，或 PDF 文件。',
	vector: '不接受 SVG 图形，其中可能含有脚本。请导出为 PNG 再上传。',
	archive: '不接受压缩包。请解压后逐个上传。',
	page: '这是网页或标记文件，不是图片。',
	mismatch: '文件内容与扩展名不符。请用原来的程序重新导出。',
	animated: '不接受动图。请截取一帧，存为图片再上传。',
	pixels: '图片超过 5000 万像素。请缩小尺寸后再传。',
	tiny: '图片太小，每边至少 16 像素。',
	heic: '本机无法读取这种 HEIC 图片。请在手机上转存为 JPEG 再上传。',
	broken: '文件已损坏或不完整，无法读取。',
	malware: '查毒发现文件带有恶意程序，没有收。请先在自己的电脑上查杀。',
	mixed: '文件里夹带了其他内容（网页、脚本或压缩包），不能收。请重新导出。',
	busy: '正在处理的文件较多，请过一会儿再传。',
	full: '服务器存储空间不足，暂时不能上传。请联系运维人员。',
	form: '类型不同：图片只能换图片，录音只能换录音，文件只能换文件。'
};

const useFault: Record<UseFault, string> = {
	gone: '素材库里已没有这个素材。',
	trashed: '这个素材在回收站里。',
	'no-alt': '没有替代文字。',
	'no-words': '录音没有文字稿。',
	'no-consent': '画面中的人尚未同意公开。'
};

export const media = {
	held: {
		waiting: '正在等待查毒。查完以前不向任何人显示。',
		found: '查毒发现文件带有恶意程序，已经隔离，不向任何人显示。请移到回收站。'
	},
	title: '素材库',
	lead: '图片、录音和 PDF 文件集中存放，各处引用。上传的图片会去掉拍摄地点等信息，再按多种尺寸公开。',
	upload: '上传',
	form,
	fault,
	useFault,
	found: (n: number) => `共 ${n.toLocaleString('zh-CN')} 个`,
	search: { label: '按名称、替代文字或署名查找', button: '查找' },
	all: '全部',
	filter: '筛选',
	shelf: {
		all: '全部素材',
		unused: '没有被使用',
		incomplete: '待补充',
		trash: '回收站'
	} satisfies Record<Shelf, string>,
	sortLabel: '排序',
	sort: {
		new: '最近上传',
		old: '最早上传',
		name: '按名称',
		size: '按大小'
	} satisfies Record<Sort, string>,
	viewLabel: '显示方式',
	view: { grid: '网格', list: '列表' } satisfies Record<View, string>,
	column: {
		name: '名称',
		form: '类型',
		size: '大小',
		uses: '使用',
		at: '上传时间',
		alt: '替代文字'
	},
	empty: {
		title: '没有符合条件的素材',
		help: '换一个条件试试，或上传新的文件。',
		trash: '回收站是空的。'
	},
	choose: (name: string) => `选择“${name}”`,
	chosen: (n: number) => `已选 ${n} 个`,
	bulk: { label: '批量操作', trash: '放入回收站', restore: '恢复', none: '请先选择素材。' },
	live: '已公开',
	missing: '待补充',
	done: {
		saved: '已保存。',
		framed: '取景已保存，各种尺寸已重新生成。',
		replaced: '文件已更换，所有使用处随之更新。',
		trashed: (n: number) => `已将 ${n} 个素材放入回收站，30 天后彻底删除。`,
		restored: (n: number) => `已恢复 ${n} 个素材。`,
		uploaded: (n: number) => `已上传 ${n} 个文件。`
	},
	refusal: {
		missing: '没有找到这个素材，可能已被删除。',
		forbidden: '您不能改动这个素材：它由别人上传，或已公开使用。请联系编辑人员。',
		trashed: '这个素材在回收站里，请先恢复。',
		changed: '您操作期间，别人更换了这个文件。请查看后再试。',
		'not-allowed': '您的账号不能使用素材库。',
		'no-file': '请选择文件。',
		'no-form': '没有收到完整的表单，请重试。',
		'too-many': '一次上传的内容太多（最多 200 MB），请分几次上传。',
		invalid: '填写的内容不正确。',
		'too-long': '文字太长。',
		day: '日期不正确，请按“年-月-日”填写。'
	} as Record<string, string>,
	trash: {
		title: '放入回收站',
		note: '放入后公众立刻看不到它；30 天内可以恢复，之后彻底删除。',
		button: '放入回收站',
		ask: '下列素材正在公开使用。放入回收站后，公众在这些地方将看不到它们：',
		why: '原因（记入操作记录）',
		confirm: '仍然放入回收站',
		cancel: '不放入',
		state: (gone: string) => `在回收站里，${gone} 之后彻底删除。`,
		restore: '恢复'
	},
	uploading: {
		title: '上传文件',
		lead: '可一次选择多个文件。每个不超过 40 MB；图片不超过 5000 万像素。',
		formats: 'JPEG、PNG、WebP、AVIF、HEIC 图片；MP3、M4A、OGG 录音；PDF 文件。',
		choose: '选择文件',
		drop: '或把文件拖到这里',
		send: '上传',
		waiting: '等待',
		sending: (percent: number) => `已传 ${percent}%`,
		working: '正在处理……',
		taken: '已收入',
		known: '素材库里已有同一个文件',
		open: '填写说明',
		again: '重试',
		cancel: '取消',
		lost: '连接中断，没有传完。',
		signedOut: '登录已失效。请在新窗口登录后重试。',
		results: '上传结果',
		taking: (done: number, all: number) => `${all} 个文件，已完成 ${done} 个`,
		private: '原件只留在服务器内部，用于重新裁剪，不对外公开。',
		replaceTitle: (name: string) => `更换“${name}”的文件`,
		replaceLead:
			'新文件会立刻替换所有使用处，包括已公开的页面。替代文字、署名等说明保持不变，请随后核对。'
	},
	item: {
		preview: '预览',
		facts: '说明与权利',
		original: '原图',
		pixels: (w: number, h: number) => `${w} × ${h} 像素`,
		seconds: (n: number) => `${n} 秒`,
		by: (name: string) => `${name} 上传`,
		altZh: '替代文字',
		altEn: '替代文字（英文）',
		altHint: '告诉看不见图的人：画面里有什么、为什么放在这里。没有替代文字不能公开。',
		titleHint: '一句话说明这是什么录音。',
		nameHint: '公开时显示的文件名称。',
		captionZh: '图注',
		captionEn: '图注（英文）',
		transcriptZh: '文字稿',
		transcriptEn: '文字稿（英文）',
		transcriptHint: '录音的全文。没有文字稿不能公开。',
		credit: '署名',
		rightsHolder: '权利人',
		licence: '使用依据',
		licences: {
			own: '本单位制作',
			granted: '权利人授权',
			'public-domain': '公有领域',
			cc0: 'CC0',
			'cc-by': 'CC BY（署名）',
			'cc-by-sa': 'CC BY-SA（署名—相同方式共享）',
			unknown: '尚未查明'
		} satisfies Record<Licence, string>,
		consent: '画面中的人',
		consents: {
			none: '没有可辨认的人',
			given: '已同意公开',
			needed: '尚未同意'
		} satisfies Record<Consent, string>,
		consentNote: '同意情况（谁、何时、书面材料在哪里）',
		takenAt: '拍摄日期',
		town: '所属镇街',
		townNone: '不限',
		form: '显示为',
		save: '保存说明',
		frame: '取景',
		frameLead: '焦点是无论怎样裁切都保留的位置；裁剪后各种尺寸重新生成，原件不变。',
		focal: '焦点',
		focalHelp: '点击图片设置焦点，或用方向键移动。',
		focalX: '焦点横向（%）',
		focalY: '焦点纵向（%）',
		crop: '裁剪',
		cropX: '左边（%）',
		cropY: '上边（%）',
		cropWidth: '宽（%）',
		cropHeight: '高（%）',
		cropStart: '裁剪图片',
		cropDone: '采用',
		cropWhole: '恢复整图',
		cropLabel: '裁剪框：方向键移动，按住 Shift 加方向键改变大小',
		frameSave: '保存取景',
		uses: '用在哪里',
		usesNone: '还没有地方使用。',
		useLive: '已公开',
		useDraft: '草稿',
		replace: '更换文件',
		replaceLead: '所有使用处随之更新，包括已公开的页面。',
		replaceButton: '选择新文件',
		adopt: '换成素材库里的另一个',
		adoptLabel: '另一个素材的编号',
		adoptPick: '从素材库选择',
		adoptButton: '换成它',
		readOnly: '您可以查看这个素材，不能改动。',
		id: '编号',
		download: '打开文件',
		problem: '公开前需要补充'
	}
};
