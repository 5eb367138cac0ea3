package workshop

import "strconv"

// codeNames are names of trees: neutral, easy to say, and nobody's.
var codeNames = [...]string{
	"Cedar", "Alder", "Rowan", "Willow", "Hazel", "Linden", "Aspen", "Juniper", "Maple", "Larch",
	"Spruce", "Elder", "Poplar", "Cypress", "Laurel", "Hawthorn", "Sequoia", "Acacia", "Birch", "Walnut",
	"Myrtle", "Redwood", "Hornbeam", "Chestnut", "Tamarack", "Sycamore", "Magnolia", "Hickory", "Baobab", "Mimosa",
	"Almond", "Banyan", "Catalpa", "Dogwood", "Ebony", "Gingko", "Hemlock", "Jacaranda", "Kauri", "Medlar",
	"Mulberry", "Olive", "Pecan", "Quince", "Rosewood", "Sandalwood", "Teak", "Tulipwood", "Wisteria", "Zelkova",
}

// codeName is the i-th code name; after the list they are numbered. It never
// depends on anybody's name.
func codeName(i int) string {
	if i < len(codeNames) {
		return codeNames[i]
	}
	return "S" + strconv.Itoa(i+1)
}
