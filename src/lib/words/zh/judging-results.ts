const count = (n: number) => n.toLocaleString('zh-CN');

/** Words of a round’s result, of its tables, and of scores that are not what the log says. */
export const judgingResults = {
	title: '结果',
	lead: '按封存的规则，由现有分数算出。每个分数、去掉了哪些、名次怎样得出，都列在这里。',
	before: '评审还没有截止，下面的结果还会变。',
	empty: '还没有分数。',
	by: (what: string) => `最后得分：${what}`,
	refused: {
		'no-scores': '还没有分数，不能校准。',
		'no-number': '有分数不是数字，不能校准，改用平均分。',
		'one-juror': '只有一位评委，没有可比的，不能校准，改用平均分。',
		'few-entries': '作品太少，不能校准，改用平均分。',
		'all-equal': '所有分数都一样，不能校准，改用平均分。',
		'no-shared-entry': '没有两位评委评过同一件作品，分不出谁严谁宽，不能校准，改用平均分。',
		'few-scores': '半数以上作品只有一个分数，不能校准，改用平均分。',
		'not-connected': '评委分成了互不相干的几组，组与组之间不能比较，不能校准，改用平均分。'
	},
	places: {
		all: '全部',
		given: (n: number, of: number | null) =>
			of === null ? `入选 ${count(n)} 件` : `入选 ${count(n)} 件，名额 ${count(of)}`,
		open: (n: number) => `${count(n)} 个名额待评委会表决`,
		vacant: (n: number) => `空缺 ${count(n)} 个`
	},
	columns: {
		place: '名次',
		entry: '作品',
		group: '组',
		scores: '各位评委的分数',
		figure: '得分',
		on: '入选'
	},
	on: '入选',
	off: '—',
	open: '待表决',
	high: '去掉的最高分',
	low: '去掉的最低分',
	untrimmed: '分数太少，没有去掉最高最低',
	noScore: '没有分数',
	tie: (what: string) => `同分，按${what}分先后`,
	tied: '同分，没有分出先后',
	ties: {
		mean: '平均分',
		median: '中位数',
		highest: '最高的分数',
		lowest: '最低的分数',
		lot: '抽签',
		committee: '评委会表决'
	} as Record<string, string>,
	criterion: (title: string) => `“${title}”一项`,
	search: '查找作品代码、编号或名称',
	go: '查找',
	shown: (from: number, to: number, of: number) => `第 ${from}—${to} 件，共 ${count(of)} 件`,
	previous: '上一页',
	next: '下一页',
	export: '导出',
	csv: '表格（CSV）',
	xlsx: '表格（XLSX）',
	json: '规则和分数（JSON，用来复算）',
	tally: '复算：把 JSON 存下来，运行 npm run tally -- 文件名，逐件列出得分和名次，并与这里核对。',
	hash: '结果指纹（SHA-256）',
	fileName: (edition: string, round: string) => `${edition}-${round}-结果`,
	sheet: '结果',
	about: '说明',
	exported: {
		place: '名次',
		code: '代码',
		number: '编号',
		title: '作品',
		category: '类别',
		channel: '途径',
		town: '镇街',
		figure: '得分',
		mean: '平均分',
		count: '分数个数',
		tie: '同分依据',
		on: '入选',
		trimmedOut: '去掉',
		juror: (label: string) => label
	},
	touched: {
		title: '有分数和记录不一致',
		lead: '下面的分数在数据库里被改动过，没有留下记录。查清之前不能公布。',
		kinds: {
			changed: '和最后一次记录不同',
			history: '历次分数被动过',
			unrecorded: '没有记录的分数',
			gone: '记录里有、现在没有了'
		},
		columns: { entry: '作品', juror: '评委', what: '情况', logged: '记录', found: '现在' },
		parts: {
			sheet: '评分表',
			total: '总分',
			state: '状态',
			revision: '修改次数',
			entry: '作品',
			juror: '评委'
		} as Record<string, string>
	}
};
