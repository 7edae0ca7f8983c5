import type { FilmLimits } from '../films/limits';
import { aiKinds } from './plan';
import type { Category, Material, Plan } from './plan';
import { standardStatements } from './plan-statements';

const MB = 1024 ** 2;
const GB = 1024 ** 3;

/** What a category of films asks at first: what phones and cameras make and every browser plays. */
export const newLimits: FilmLimits = {
	minSeconds: 30,
	maxSeconds: 300,
	maxBytes: 2 * GB,
	containers: ['mp4', 'mov'],
	videoCodecs: ['h264', 'hevc'],
	audioCodecs: ['aac', 'mp3', 'pcm'],
	minShortSide: 1080,
	maxLongSide: 3840,
	ratios: ['16:9'],
	minRate: 23,
	maxRate: 60,
	minBitrate: 2_000_000,
	subtitles: 'file-or-burned-in',
	sound: true,
	maxBlack: 0.2,
	maxSilent: 0.3,
	minLoudness: -32,
	maxLoudness: -10,
	severity: {
		ratio: 'warn',
		rate: 'warn',
		bitrate: 'warn',
		black: 'warn',
		silence: 'warn',
		loudness: 'warn',
		subtitles: 'warn'
	}
};

const material = (
	id: string,
	kind: Material['kind'],
	[zh, en]: [string, string],
	over: Partial<Material> = {}
): Material => ({
	id,
	kind,
	title: { zh, en },
	help: null,
	required: false,
	max: 1,
	maxBytes: 20 * MB,
	jury: true,
	...over
});

/** What an entry of films is made of. */
export const filmMaterials = (): Material[] => [
	material('film', 'film', ['参赛影片', 'Film'], { required: true, maxBytes: 4 * GB }),
	material('captions', 'captions', ['字幕文件', 'Captions'], {
		max: 2,
		maxBytes: 2 * MB,
		help: {
			zh: 'SRT 或 VTT 格式；字幕已经做在画面里的，可以不传。',
			en: 'SRT or VTT; not needed where the captions are part of the picture.'
		}
	}),
	material('poster', 'poster', ['海报', 'Poster'], {
		help: { zh: '竖版或横版均可，JPG 或 PNG。', en: 'Portrait or landscape, JPG or PNG.' }
	}),
	material('stills', 'stills', ['剧照', 'Stills'], { max: 5 }),
	material('script', 'script', ['剧本或脚本', 'Script'], {
		help: { zh: 'PDF 格式。', en: 'As PDF.' }
	}),
	material('form', 'form', ['盖章的报名表', 'Stamped form'], {
		jury: false,
		help: {
			zh: '下载已填好的报名表，签字或者盖章后扫描成 PDF 上传。单位推荐的作品须盖公章。',
			en: 'Download the pre-filled form, sign or stamp it and upload a scan as PDF. Entries of units need the seal.'
		}
	})
];

const category = (over: Partial<Category> & Pick<Category, 'id' | 'code' | 'title'>): Category => ({
	about: null,
	film: newLimits,
	materials: filmMaterials(),
	channels: ['person', 'unit'],
	quota: null,
	university: false,
	...over
});

const standardCategories = (): Category[] => [
	category({
		id: 'film',
		code: 'W',
		title: { zh: '微电影', en: 'Micro-film' },
		about: { zh: '有完整故事情节的短片。', en: 'Short films that tell a whole story.' },
		film: { ...newLimits, minSeconds: 180, maxSeconds: 1200, maxBytes: 4 * GB }
	}),
	category({
		id: 'video',
		code: 'V',
		title: { zh: '微视频', en: 'Short video' },
		about: {
			zh: '纪实、动画、公益短片、音乐短片等。',
			en: 'Documentary, animation, public-interest and music shorts.'
		},
		film: { ...newLimits, ratios: ['16:9', '9:16'] }
	})
];

/**
 * A plan to begin from: what is usual in contests of this sort. Nothing in it comes from a real
 * edition; dates and the text of the call are for the organizer to say.
 */
export function newPlan(kind: 'film' | 'speech' = 'film'): Plan {
	const speech = kind === 'speech';
	return {
		call: { title: { zh: '', en: '' }, text: null },
		categories: speech
			? [
					category({
						id: 'speech',
						code: 'S',
						title: { zh: '演讲', en: 'Speech' },
						film: null,
						materials: filmMaterials().filter(({ id }) => id === 'script' || id === 'form'),
						channels: ['person', 'unit']
					})
				]
			: standardCategories(),
		questions: [
			{
				id: 'shown-before',
				kind: 'yes',
				label: {
					zh: '作品以前公开发表过或参加过其他比赛',
					en: 'The work was published or entered elsewhere before'
				},
				help: null,
				required: false,
				categories: null,
				options: [],
				max: null,
				personal: false,
				jury: false
			},
			{
				id: 'shown-where',
				kind: 'text',
				label: { zh: '在哪里、什么时候', en: 'Where and when' },
				help: { zh: '没有的不填。', en: 'Leave empty if not.' },
				required: false,
				categories: null,
				options: [],
				max: 200,
				personal: false,
				jury: false
			}
		],
		statements: standardStatements
			.filter(({ key }) => !speech || key !== 'ai')
			.map((statement) => structuredClone(statement)),
		aiKinds: speech ? [] : [...aiKinds],
		channels: {
			person: { open: true, perPerson: 3 },
			unit: { open: true, perUnit: null, chain: ['town', 'district'], quotas: {} }
		},
		crew: speech
			? [{ id: 'speaker', title: { zh: '演讲人', en: 'Speaker' }, min: 1 }]
			: [
					{ id: 'director', title: { zh: '导演', en: 'Director' }, min: 1 },
					{ id: 'writer', title: { zh: '编剧', en: 'Writer' }, min: 0 },
					{ id: 'camera', title: { zh: '摄影', en: 'Camera' }, min: 0 },
					{ id: 'editor', title: { zh: '剪辑', en: 'Editing' }, min: 0 },
					{ id: 'sound', title: { zh: '音乐音效', en: 'Music and sound' }, min: 0 },
					{ id: 'actor', title: { zh: '演员', en: 'Cast' }, min: 0 },
					{ id: 'producer', title: { zh: '出品或制片', en: 'Producer' }, min: 0 }
				],
		dates: {
			opensAt: null,
			closesAt: null,
			graceMinutes: 60,
			correctUntil: null,
			rounds: [
				{ id: 'first', title: { zh: '初评', en: 'First round' }, from: null, until: null },
				{ id: 'second', title: { zh: '复评', en: 'Second round' }, from: null, until: null },
				{ id: 'final', title: { zh: '终评', en: 'Final round' }, from: null, until: null }
			],
			noticeFrom: null,
			noticeUntil: null,
			resultsAt: null
		},
		numbering: '{edition}-{category}-{n:4}',
		quotaBytes: 20 * GB,
		uploadDays: 14,
		retention: {
			contact: 365,
			crew: 1095,
			guardian: 180,
			answers: 365,
			drafts: 90,
			films: 1095
		},
		showing: 'never',
		eligibility: { twoPersons: false }
	};
}
