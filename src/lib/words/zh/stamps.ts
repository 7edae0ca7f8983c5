const count = (n: number) => n.toLocaleString('zh-CN');
type Detail = Record<string, string | number>;

/** Words of stamps and passports, for pages that load them; long because it is one room. */
export const stamps = {
	title: '印章册',
	lead: '走到一处，扫一扫墙上的海报，就收到这一处的印章。印章册放在您自己的手机里，不用注册。',
	/** 别的页面上通到这里的链接。 */
	link: { place: '这里可以扫码盖章', trail: '带着印章册走这条廉路', all: '打开印章册' },
	noScript:
		'这个浏览器没有打开 JavaScript，印章册存不下来。您可以换一个浏览器，或者打印纸质盖章页，走到一处请工作人员盖章；每枚印章也有编号，可以抄下来，以后再收进印章册。',
	noStore: '这个浏览器不让保存数据（例如无痕浏览），印章册存不下来。请抄下编号，以后再收进印章册。',
	paper: '打印纸质盖章页',
	none: '现在还没有公布的印章册。扫到海报，印章照样能收。',
	demonstration: '这是演示用的印章册，地点都是真的，线路不是官方发布的。',

	collect: {
		title: '盖章',
		at: (place: string) => `您在“${place}”`,
		button: '盖章',
		toPlace: '看看这个地点的介绍',
		lead: '按一下，就收到这一处今天的印章。不用登录，不收集姓名和电话。',
		whom: '盖给谁',
		near: '顺便核对我在现场（可以不选）',
		nearHelp: '只在您的手机里比一比距离，位置不会发给任何人，也不会保存。不选也能盖章。',
		nearNeeded: (books: string) =>
			`“${books}”要求在现场盖章：请勾选下面这一项，让手机自己核对距离。不核对也会收到印章，只是在这本册子里记为“待核对”。`,
		nearAsk: '正在核对位置……',
		nearYes: '手机核对过：您就在这里。',
		nearFar: '手机核对的位置离这里比较远。印章照样收下，在要求到场的册子里记为“待核对”。',
		nearNo: '没有拿到位置。印章照样收下，在要求到场的册子里记为“待核对”。',
		done: '盖好了',
		kept: '已收进这台设备上的印章册。',
		already: '这一处以前盖过，印章册里保留第一次的日期。',
		keeping: '正在收进印章册……',
		open: '打开印章册',
		code: '印章编号',
		codeHelp:
			'请抄下或拍下这个编号，以后在印章册里选“补录印章”输入。编号只含地点、日期和一个随机数。',
		typed: '海报上的编号',
		typedHelp: '扫不了码的时候，把海报下方的编号输进来，共 24 位，大小写和连字符都不要紧。',
		go: '继续'
	},
	refused: {
		forged: {
			title: '这不是本站的海报',
			text: '编号核对不上，可能抄错了一位，也可能不是本站发出的海报。请对照海报再扫一次或重新输入。'
		},
		old: {
			title: '这张海报已经换新',
			text: '这个地点换了新版海报，旧的编号不能再盖章。请找现场的新海报；只看到旧的，请告诉工作人员。'
		},
		gone: { title: '这个地点现在不能盖章', text: '地点已经撤下或不再公开。' }
	},
	refusal: {
		forged: () => '编号核对不上，没有盖章。请重新扫海报上的二维码。',
		old: () => '这张海报已经换新，没有盖章。请扫现场的新海报。',
		gone: () => '这里现在不能盖章。',
		many: ({ most }: Detail) => `一次最多盖给 ${most} 个人。`,
		'too-often': () => '这个网络刚才操作得太多了，请过十分钟再试。',
		code: () => '编号不对：共 8 位，只有数字和字母。请对照再输一遍。',
		'code-unknown': () =>
			'没有这个转存码：可能输错了，也可能已经用过或超过 15 分钟。请在原来的设备上重新生成。',
		'no-passport': () => '这不是印章册文件。请选择以前从这里保存的文件。',
		'no-stamps': () => '里面没有本站发出的印章。',
		'not-in-book': () => '这本印章册没有这一项。',
		'forged-stamp': () => '有印章核对不上，不是本站发出的。请用原来的印章册再试。',
		'too-few': ({ have, need }: Detail) => `还差一点：需要 ${need} 枚印章，现在有 ${have} 枚。`,
		spent: () => '这些印章里有已经用来预约过手册的，一套印章只能预约一次。',
		'no-stock': () => '手册已经约完了。有人没来领的，会退回库存，过几天可以再看看。',
		unanswered: () => '还有题没有回答。',
		'quiz-first': () => '请先通过答题，再领证书。',
		missing: () => '请填写姓名。',
		'too-long': ({ most }: Detail) => `太长了，最多 ${most} 个字。`,
		'not-a-name': () => '姓名里只能有文字、间隔号和空格。',
		'not-readable': () => '没有办成，请再试一次。'
	} as Record<string, (detail: Detail) => string>,

	book: {
		progress: (have: number, all: number) => `${count(have)} / ${count(all)} 枚`,
		progressSaid: (have: number, all: number) => `共 ${count(all)} 处，已盖 ${count(have)} 枚`,
		empty: '未盖',
		bare: '海报待张贴',
		unchecked: '待核对',
		stampedOn: (day: string) => `${day} 已盖`,
		trail: '看这条廉路',
		unlocks: '盖满可以做什么',
		quiz: (n: number) => `满 ${count(n)} 枚：答题`,
		certificate: (n: number) => `满 ${count(n)} 枚：领证书`,
		booklet: (n: number) => `满 ${count(n)} 枚：领手册`,
		reached: '已达到',
		toQuiz: '去答题',
		passed: '已通过',
		toCertificate: '领证书',
		toBooklet: '预约手册',
		left: (n: number) => (n ? `还有 ${count(n)} 本` : '已约完'),
		reserved: (code: string, until: string) => `领取码 ${code}，${until}前有效`,
		positionRequired: '这本册子要求在现场盖章，由手机自己核对。'
	},
	others: { title: '其他印章', lead: '不在上面任何一本里的印章。' },

	family: {
		title: '这台设备上的印章册',
		mine: '我的',
		add: '添加家人',
		nick: '昵称',
		nickHelp: '只存在这台设备上，不会发出去。',
		save: '保存',
		rename: '改昵称',
		remove: '从这台设备上删除',
		removeSure: (nick: string) => `确定删除“${nick}”的印章册吗？删除后找不回来。`,
		full: (most: number) => `一台设备最多放 ${most} 本。`,
		cancel: '取消'
	},
	carry: {
		title: '换设备、备份',
		lead: '印章册只在这个浏览器里。清除浏览数据、换手机之前，请先转存。',
		give: '生成转存码',
		given: '在另一台设备上打开印章册，输入这个码，或者扫二维码。15 分钟内有效，用一次就作废。',
		take: '输入转存码',
		takeButton: '取回',
		taken: (n: number) => `取回 ${count(n)} 枚印章。`,
		file: '保存为文件',
		fileName: '印章册.json',
		open: '从文件取回',
		privacy: '转存时只带印章、答题和预约的凭证，不带昵称。服务器加密保管 15 分钟，取走即删。',
		one: '补录印章',
		oneHelp: '把抄下来的 40 位印章编号输进来。',
		oneButton: '收进印章册'
	},

	quiz: {
		title: '答题',
		titleOf: (book: string) => `${book} · 答题`,
		lead: (n: number, pass: number) => `共 ${n} 题，答对 ${pass} 题通过。可以重复作答。`,
		unlock: '用印章打开题目',
		locked: (need: number) => `盖满 ${need} 枚印章，就能打开题目。`,
		loading: '正在看您的印章……',
		send: '交卷',
		passed: (right: number, of: number) => `通过了：${of} 题答对 ${right} 题。`,
		failed: (right: number, of: number) =>
			`${of} 题答对 ${right} 题，还没有通过。看看出处，再试一次。`,
		right: '答对了',
		wrong: '没答对',
		source: (text: string) => `出处：${text}`,
		again: '再答一次',
		back: '回到印章册',
		proofKept: '通过的凭证已收进印章册。'
	},
	certificate: {
		title: '领证书',
		titleOf: (book: string) => `${book} · 领证书`,
		lead: '填上要印在证书上的姓名，马上生成 PDF。姓名不保存：关掉页面就没有了。',
		name: '姓名',
		make: '生成证书',
		download: '下载证书（PDF）',
		locked: (need: number) => `盖满 ${need} 枚印章，就能领证书。`,
		quizFirst: '先通过答题，再领证书。'
	},
	booklet: {
		title: '预约手册',
		titleOf: (book: string) => `${book} · 预约手册`,
		lead: (days: number) => `预约后保留 ${days} 天，凭领取码领取，不用报姓名。一套印章预约一次。`,
		pickup: '在哪里领',
		make: '预约一本',
		locked: (need: number) => `盖满 ${need} 枚印章，就能预约手册。`,
		code: '领取码',
		show: '领取时出示这个二维码，或者念出领取码。',
		until: (day: string) => `请在${day}前领取，过期自动退回库存，印章可以再次预约。`,
		had: '您已经预约过这本手册。',
		kept: '领取码已收进印章册。'
	},
	verify: {
		title: '走读证书核验',
		lead: '输入证书上的核验码，看它对应哪本印章册、盖了几枚印章。',
		code: '核验码',
		codeHelp: '共 32 位，每四位一组，字母不分大小写，连字符可以不输。',
		check: '核验',
		good: '核验通过',
		says: (title: string, n: number, of: number, day: string) =>
			`这张证书由本站于${day}生成，对应《${title}》的 ${count(n)} 枚印章（全册 ${count(of)} 处）。`,
		honest: '姓名由领取人自己填写，本站没有保存，也不核对。',
		bad: '核验不通过',
		badText: '本站没有发出过带这个核验码的证书，或者输错了。请对照证书再输一遍。'
	},
	sheet: {
		title: '纸质盖章页',
		lead: '打印出来随身带。走到一处，请工作人员盖章，或写上日期。',
		print: '打印',
		place: '地点',
		stamp: '盖章处'
	}
};
