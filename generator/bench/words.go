package main

import "strings"

// language is what the corpus needs to write in one language: the words of peer support in its own script, the
// sign that ends a sentence, and the titles of the sections.
type language struct {
	code, stop           string
	home, library, shelf string
	words                []string
}

// languages are those of the corpus, the default one first.
var languages = []language{
	{"en", ".", "Home", "Library", "Shelf", strings.Fields(english)},
	{"gu", ".", "મુખપૃષ્ઠ", "પુસ્તકાલય", "વિભાગ", strings.Fields(gujarati)},
	{"hi", "।", "मुखपृष्ठ", "पुस्तकालय", "विभाग", strings.Fields(hindi)},
}

const english = `
companion helper volunteer trainer counsellor psychiatrist nurse neighbour mother brother sister carer
training experience conversation listening patience respect trust privacy courage treatment ward clinic
sleep worry sadness feeling thought breath attention meal exercise music game hobby job study saving pension
scheme application card visit telephone morning evening week step warning preparation safety decision right
complaint information language story circle meeting note goal progress relapse strength stigma dignity
consent boundary supervision handover referral discharge medication appointment routine`

const gujarati = `
સાથી સહાયક સ્વયંસેવક પ્રશિક્ષક સલાહકાર મનોચિકિત્સક નર્સ પડોશી માતા ભાઈ બહેન સંભાળ
તાલીમ અનુભવ વાતચીત સાંભળવું ધીરજ આદર ભરોસો ગોપનીયતા હિંમત સારવાર વોર્ડ દવાખાનું
ઊંઘ ચિંતા ઉદાસી લાગણી વિચાર શ્વાસ ધ્યાન ભોજન કસરત સંગીત રમત શોખ રોજગાર અભ્યાસ બચત પેન્શન
યોજના અરજી કાર્ડ મુલાકાત ફોન સવાર સાંજ અઠવાડિયું પગલું ચેતવણી તૈયારી સલામતી નિર્ણય હક
ફરિયાદ માહિતી ભાષા વાર્તા વર્તુળ સભા નોંધ ધ્યેય પ્રગતિ શક્તિ કલંક ગૌરવ સંમતિ મર્યાદા દવા`

const hindi = `
साथी सहायक स्वयंसेवक प्रशिक्षक परामर्शदाता मनोचिकित्सक नर्स पड़ोसी माता भाई बहन देखभाल
प्रशिक्षण अनुभव बातचीत सुनना धैर्य आदर भरोसा गोपनीयता साहस उपचार वार्ड दवाखाना
नींद चिंता उदासी भावना विचार साँस ध्यान भोजन व्यायाम संगीत खेल शौक रोज़गार पढ़ाई बचत पेंशन
योजना आवेदन कार्ड मुलाक़ात फ़ोन सुबह शाम सप्ताह कदम चेतावनी तैयारी सुरक्षा निर्णय हक़
शिकायत जानकारी भाषा किस्सा घेरा सभा टिप्पणी लक्ष्य प्रगति शक्ति कलंक गरिमा सहमति सीमा दवा`
