package workshop

import "strings"

// Words in names that say nothing of who it is. To take them out of every
// text would leave nothing to read.

// fillers are particles, titles, and words of two letters that stand in every
// other sentence.
var fillers = set(`
	van von der den des del della dei dos das los las les bin ibn abu und and the for mit zur zum
	mr mrs ms miss dr prof sir herr frau madame monsieur mme don doña señor señora sra ing dipl jun sen phd mba
	jr sr ii iii iv
	am an as at be by do du de da di el en er es go he if im in is it la le me my no of on or so to up us we wo zu
`)

// posts are what people do and where, and stand in the place of a name ("Head
// of maintenance").
var posts = set(`
	head lead leads leader leaders manager managers management director directors chief officer president vice chair
	supervisor supervisors foreman foremen coordinator coach sponsor owner planner planners buyer buyers clerk
	operator operators fitter fitters setter setters welder welders driver drivers worker workers staff crew team teams
	engineer engineers technician technicians specialist expert analyst controller accountant assistant secretary
	department section unit group office board council committee union works plant site factory shop line shift shifts cell
	production maintenance quality engineering logistics purchasing procurement planning sales finance controlling
	safety tooling warehouse assembly service support customer customers supplier suppliers
	night late morning first second third
	leiter leiterin meister chef vorstand betriebsrat werk schicht abteilung einkauf vertrieb instandhaltung
`)

// alsoWords are first and last names that are words of everyday language too.
// Written small, they are taken for the word.
var alsoWords = set(`
	art bill bob carol chance chase chip cliff curt dale dawn dean drew earl eve faith fern flora frank gene glen grace grant guy
	harmony hope iris ivy jack jade jay jewel joy june kit lance lane lily loyal luck major mark may melody mercy merit miles
	nick norm olive page pat patience paige peg penny pierce prudence ray reed rich rob robin rock rose ruby rusty sage sandy
	skip sky star stew sterling storm sue summer sunny tab tad trace trip van victor violet wade ward will wills
	abbot angel archer arrow ash baker ball banks barber barker barn bass bay beach bean bear beck bell bench berry best
	bird bishop black blank blow blue boil bolt bond book booth born bow bowl box brand bridge bridges bright brook brooks brown
	buck bull burn burns bush butcher butler button byrd cain camp cane cannon card carpenter carter carver case cash castle chamber
	chambers chapman christian church clay cloud coal coffee cole combs cook cooper corn court cox crane cross crow curry cutter
	daily dark dash day dean diamond dollar dove down draper drum duke eagle early east english fair farmer fast field fields fine
	finger fish fisher flint flood floyd flower flowers fold ford foreman forest forge foster fountain fowler fox free freeman french
	frost fuller game gardener gates gentry glass glover goff gold good goodwill grave graves gray green grey grove hack hale hall
	hammer hand hard hardy hare hart hatch hawk hay head heard heart heath heel held high hill hills hit holder hollow holy home
	hood hook horn horne house hunt hunter hurt hut inch irons joiner jolly judge justice keen keep key keys kind king kitchen
	knife knight knock lake lamb land lane large last law lawn lay leaf lean lee light lightfoot link little lively lock locke long
	lord love low lucky lyon mace mail man mann march marsh marshal marshall marks mason masters means meek mill miller mills mint
	mix monk month moody moon moor moore moss mound mount mountain nail nash neat new nice noble noon north oak oaks object order
	pace pack pain paine painter palmer park parker parks parson parsons past paste pay payne peace peacock peak pear pearl pepper
	person piece pike pine pitt place plant plank plumb plumber point pole pollard pond pool poor pope porter post potter pound
	powder powell power powers pratt press price priest prince prior proper purchase quick rain raines rand ranger reader reason
	reeves rice ride rider ring rings rivers road rod roll root rope roper rowe rush sale sample sands savage sawyer say sayer
	seal self sell sellers senior service sharp sharpe shell shepherd ship shoe shoemaker short silk silver simple singer skinner
	slack slaughter small smart smith snow sound south spark sparks speed spring springs square stack stage stamp standard staple
	stark starling steel step steward stick stiles still stock stone stones story stout strange street strong sweet swift table
	tailor tall tanner tate taylor temple thorn tiller toll toner towers town townsend track trainer trapper tripp trout true tucker
	turner twist underwood valentine vale vest view vine vote wait waiter waite walk walker wall waller walls warm warner wash
	watch water waters wave way ways weaver webb week weeks well wells west wheat wheel wheeler white wild wilder win winds wine
	wing wings winner winter winters wise wolf wood woods wool word work works world worth wright yard yards young
	alt bauer berg blau braun busch dick ernst fest frei fuchs gelb gerade grob gross groß grün hart herz hoch jung kaiser kalt klar
	klein klug koch kohl könig kraft krause kurz lang lange laut lieb linde mild müller neu ober reich rein richter ritter roth rot
	rund sauer schmal schmidt schneider schnell schön schwarz sommer stark stein still stolz süß tief voll vogel vogt wald weber
	weiß weiss winter wirt wolf zart zimmer blanc blanche grand petit roux noir leblanc rubio blanco bravo cruz delgado flores
	león luna mar moreno paz prado reyes sol vega
`)

// set is the words of a list, folded.
func set(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[fold(w)] = true
	}
	return out
}
