type Options = Record<string, Record<string, string>>;

/** What every input of a round’s plan is called and means, by its name without the numbers of rows. */
export const judgingPlan = {
	label: {
		about: '这一轮叫什么',
		'about.title': '轮次名称',
		judge: '怎样打分',
		'judge.method': '评审方法',
		'judge.scale': '分值',
		'scale.min': '最低分',
		'scale.max': '最高分',
		'scale.decimals': '小数',
		criteria: '评分项',
		'criteria.title': '名称',
		'criteria.weight': '权重',
		'criteria.about': '说明',
		anchors: '分数参照',
		'anchors.at': '分数',
		'anchors.text': '达到什么样',
		reckon: '怎样计算',
		perEntry: '每件作品由几位评委打分',
		aggregate: '最后得分怎样得出',
		'reckon.trimming': '去掉最高分和最低分',
		'trimming.high': '去掉几个最高分',
		'trimming.low': '去掉几个最低分',
		'trimming.from': '至少有几个分数才去',
		ties: '同分时怎样分先后',
		'ties.rule': '比较',
		choose: '选出多少',
		'choose.selection': '名额',
		'selection.within': '名额按什么分',
		'selection.count': '每组名额',
		'selection.least': '最低分数线',
		'selection.quotas': '个别组的名额',
		decides: '由谁决定',
		see: '谁看得见什么',
		names: '作者姓名和单位',
		others: '别的评委的分数',
		talk: '评委之间可以互相留言',
		desk: '评委怎样看片',
		watch: '至少看完影片的多少才能锁定分数',
		sample: '先一起试评几件',
		repeats: '重复出现的作品占多少',
		deal: '怎样分派作品',
		expertise: '只分给熟悉这一类别的评委',
		townConflict: '评委不评本镇街的作品',
		'deal.adaptive': '补评',
		'adaptive.on': '入围线附近的作品再请评委补评',
		'adaptive.most': '每件最多几个分数',
		dates: '时间',
		opensAt: '开始',
		closesAt: '截止'
	} as Record<string, string>,
	hint: {
		'about.title': '例如：初评、复评、终评。评委和公众都会看到。',
		'scale.decimals': '评委打分可以带几位小数。',
		criteria: '各项权重相加等于 100。',
		'criteria.weight': '整数百分比。',
		anchors: '用一句话说明 60、75、90 分各是什么样，评委的尺度才会接近。',
		perEntry: '人数越多越准，评委也越辛苦；2,500 件作品、40 位评委，每件 3 个分数约合每人 188 件。',
		'trimming.from': '分数不足这个数的作品不去，直接取平均，结果里会注明。必须大于去掉的个数之和。',
		ties: '从上到下依次比较，分出先后为止。抽签由公开的随机数决定；都分不出又没有写抽签的，名次并列，入围线上的交评委会表决。',
		'selection.count': '不填表示不限名额，只看分数线。',
		'selection.least': '达不到这个分数的不入选，宁可空缺。不填表示不设线。',
		'selection.quotas': '只填与上面名额不同的组。先保存“名额按什么分”，这里才会列出各组。',
		talk: '只对看得见彼此分数的轮次有意义；留言都留有记录。',
		watch: '0% 表示不要求。系统按实际播放过的片段计算，快进跳过的不算。',
		sample:
			'全体评委先给同样几件作品打分、讨论，再各自评审，便于统一尺度。试评的分数不计入结果。0 表示不试评。',
		repeats:
			'同一件作品隔一段时间再给同一位评委看一次，不作提示，用来检查前后是否一致；不计入结果。最多 5%。',
		expertise: '评委名单里写明各人熟悉的类别。',
		townConflict: '本单位、本人作品、亲属等必须回避的情形始终生效，不用在这里打开。',
		'adaptive.on': '第一批分数齐了以后，把余下的工作量用在最说不准的作品上。',
		closesAt: '到点自动停止打分，以服务器时间为准。封存以后只能延长，并要写明原因。'
	} as Record<string, string>,
	option: {
		'judge.method': {
			weighted: '分项打分',
			'yes-no': '通过或不通过',
			ranking: '排名次',
			stage: '现场打分'
		},
		'judge.method.means': {
			weighted: '按评分项逐项给分，系统按权重算出总分。最常用。',
			'yes-no': '只判断通过与否，得分是赞成的百分比。适合初筛。',
			ranking: '每位评委把分到的作品排出先后，按名次折算成分数。适合作品少的终评。',
			stage: '演讲等现场比赛用：选手依次上场，评委当场分项打分，大屏幕显示。'
		},
		'scale.decimals': { '0': '整数', '1': '一位小数', '2': '两位小数' },
		aggregate: { mean: '平均分', trimmed: '去掉最高最低后的平均分', calibrated: '校准分' },
		'aggregate.means': {
			mean: '所有分数相加，除以个数。最简单，人人能复算。',
			trimmed: '去掉最高分和最低分后取平均，个别极端的分数影响小。要求每件作品分数较多。',
			calibrated:
				'扣除每位评委偏严偏宽的影响后再比较。条件不够时（例如评委之间没有共同的作品）自动改用平均分，并在结果里写明。'
		},
		'ties.rule': {
			mean: '平均分',
			median: '中位数',
			highest: '最高的那个分数',
			lowest: '最低的那个分数',
			lot: '抽签（由公开的随机数决定）',
			committee: '由评委会表决'
		},
		'selection.within': {
			all: '全部作品一起',
			category: '按类别',
			channel: '按参赛途径',
			town: '按镇街'
		},
		decides: { rule: '按规则直接得出', committee: '评委会讨论后决定' },
		'decides.means': {
			rule: '谁进入下一轮完全由分数和规则决定，主办单位只能确认、不能改动。',
			committee: '规则给出建议名单，评委会可以调整，每一处调整都写明理由。'
		},
		names: { hidden: '不显示', shown: '显示' },
		'names.means': {
			hidden: '评委只看到作品代码和影片，看不到作者和单位。',
			shown: '评委看得到作者和单位。一般只用于现场比赛。'
		},
		others: { never: '始终看不到', 'after-own': '自己打完之后看得到', always: '随时看得到' },
		'others.means': {
			never: '各评各的，互不影响。',
			'after-own': '锁定自己的分数之后，才看得到别人给这件作品的分数。',
			always: '讨论式的评审用。分数会互相影响，慎用。'
		}
	} as Options,
	unit: { 'criteria.weight': '%', perEntry: '位', 'adaptive.most': '个' } as Record<string, string>,
	nth: {
		'judge.criteria': (n: number) => `评分项 ${n}`,
		'judge.criteria.anchors': (n: number) => `参照 ${n}`,
		'reckon.ties': (n: number) => `第 ${n} 步`
	} as Record<string, (n: number) => string>,
	add: {
		'judge.criteria': '添加评分项',
		'judge.criteria.anchors': '添加参照',
		'reckon.ties': '添加一步'
	} as Record<string, string>,
	meanOf: (title: string) => `“${title}”一项的平均分`,
	weights: (sum: number) => `权重合计 ${sum}`,
	weightsOff: (sum: number) =>
		sum < 100 ? `权重合计 ${sum}，还差 ${100 - sum}` : `权重合计 ${sum}，多了 ${sum - 100}`,
	refusal: {
		'not-hundred': () => '各项权重相加必须等于 100。',
		'off-scale': () => '超出了最低分和最高分的范围。',
		'nothing-left': () => '去掉最高和最低以后就没有分数了：请增大“至少有几个分数才去”。',
		'too-few-to-trim': () =>
			'每件作品的分数比“至少有几个分数才去”还少，永远不会去掉最高和最低：请增加评委，或减小那个数。',
		unknown: () => '选了已经不存在的评分项，请重新选择。',
		'must-be-last': () => '抽签和表决只能放在最后一步。',
		'too-fine': () => '最多两位小数。',
		'not-with-method': () => '这种评审方法不能用校准分。',
		'is-sealed': () => '规则已经封存，不能再改。',
		'is-open': () => '这一轮正在评审，不能再改。',
		'is-closed': () => '这一轮已经截止，不能再改。',
		'is-released': () => '这一轮已经公布，不能再改。'
	} as Record<string, (detail: Record<string, string | number>) => string>
};
