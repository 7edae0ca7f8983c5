/** 可以先打印、手写、盖章的报名表；只在服务器上用。 */
export const paperForm = {
	title: '参赛报名表',
	fileName: (contest: string, edition: string) => `报名表-${contest}${edition}.pdf`,
	lead: (address: string) =>
		`请在网上填写并上传作品：${address}。填完以后可以下载已经填好的报名表；也可以先打印这一份，签字、盖章后扫描成 PDF 上传。`,
	parts: {
		work: '一、作品',
		crew: '二、主创人员',
		contact: '三、联系方式',
		questions: '四、其他',
		statements: '五、声明',
		opinions: '六、签字和盖章',
		limits: '附：各类别的要求'
	},
	work: '作品名称',
	category: '参赛类别',
	channel: '参赛方式',
	town: '所在镇街',
	unit: '单位全称',
	synopsis: '内容简介',
	name: '姓名',
	role: '担任',
	age: '不满 18 周岁的请注明年龄',
	contact: '联系人',
	phone: '电话',
	email: '邮箱',
	address: '通讯地址',
	ai: '使用人工智能的环节',
	aiNone: '没有使用',
	answers: { yes: '是', no: '否' },
	statementsLead: '请先阅读下面的声明，同意的在方框内打钩。',
	guardian: '监护人签字（有不满 14 周岁的主创时）：',
	sign: '参赛者签字：',
	unitSeal: '报送单位（盖章）：',
	levelSeal: (level: string) => `${level}推荐意见（盖章）：`,
	date: '年　　月　　日',
	page: (n: number, all: number) => `第 ${n} 页，共 ${all} 页`
};
