// Package sample puts the sample engagement into a library: a kaikaku kickoff
// in a plant and the kaizen workshop that came out of it. It is what a new user
// sees first, and what the pictures and the measurements are made of.
//
// The data are documents in the shape that document.Apply takes, applied in
// order, so that later ones can rate again what earlier ones have added. Their
// dates are written against an anchor and moved by whole weeks, so that the
// sample is always fresh and a Tuesday stays a Tuesday. Errors name the
// document; they mean that the app was built wrong, and nothing of the
// workshop in hand is left half done.
package sample
